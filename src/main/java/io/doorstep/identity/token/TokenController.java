package io.doorstep.identity.token;

import io.doorstep.identity.Client;
import io.doorstep.identity.FinishSignIn;
import io.doorstep.identity.Proof;
import io.doorstep.identity.SignIn;
import io.doorstep.identity.SignInLimits;
import io.doorstep.identity.mfa.CodeProof;
import io.doorstep.platform.Refusal;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How a program signs in as a member: a password for a pair of tokens, then each refresh token for the next pair. */
@RestController
@Tag(name = "identity")
class TokenController {

    private final SignIn signIn;
    private final SignInLimits limits;
    private final FinishSignIn finish;
    private final CodeProof codes;
    private final RefreshTokens tokens;

    TokenController(SignIn signIn, SignInLimits limits, FinishSignIn finish, CodeProof codes, RefreshTokens tokens) {
        this.signIn = signIn;
        this.limits = limits;
        this.finish = finish;
        this.codes = codes;
        this.tokens = tokens;
    }

    /** @param code of the person's app, or a recovery code, where the agency or the person asks for a second factor */
    record TokenRequest(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = 200) String password,
            @NotBlank String agency,

            @Nullable @Pattern(regexp = CodeProof.SHAPE, message = CodeProof.MEND)
            String code) {}

    record RefreshRequest(
            @NotBlank(message = "is needed: the newest one you got") @Size(max = 200)
            String refreshToken) {}

    /** @param refreshUntil the latest moment at which a refresh can be asked for; earlier after a week without one */
    record Token(
            String accessToken,
            String tokenType,
            OffsetDateTime expiresAt,
            String refreshToken,
            OffsetDateTime refreshUntil) {}

    @PostMapping("/api/token")
    ResponseEntity<Token> issueToken(@Valid @RequestBody TokenRequest request, HttpServletRequest http) {
        limits.take(http, request.email());
        var user = signIn.with(request.email(), request.password(), http.getRemoteAddr());
        var shown = EnumSet.of(Proof.PASSWORD);
        if (request.code() != null) shown.add(codes.of(user, request.code()));
        return answer(tokens.open(finish.memberFor(user, request.agency(), shown), shown, Client.of(http)));
    }

    @PostMapping("/api/token/refresh")
    ResponseEntity<Token> refreshToken(@Valid @RequestBody RefreshRequest request, HttpServletRequest http) {
        return answer(tokens.refresh(request.refreshToken(), Client.of(http))
                .orElseThrow(() -> new Refusal.Unauthenticated(
                                "refresh-refused", "This refresh token is unknown, over or used. Sign in again.")
                        .asException()));
    }

    /** The client signs out: the refresh token and every access token of its family end. Also for one that is none. */
    @PostMapping("/api/token/revoke")
    ResponseEntity<Void> revokeToken(@Valid @RequestBody RefreshRequest request) {
        tokens.end(request.refreshToken());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Token> answer(RefreshTokens.Pair pair) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Token(
                        pair.access().token(),
                        "Bearer",
                        at(pair.access().expiresAt()),
                        pair.refreshToken(),
                        at(pair.refreshUntil())));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
