package io.doorstep.identity.mfa;

import io.doorstep.identity.Access;
import io.doorstep.identity.Confirmation;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Proof;
import io.doorstep.identity.SignInLimits;
import io.doorstep.identity.passkey.Assertion;
import io.doorstep.identity.passkey.ProvePasskey;
import io.doorstep.identity.passkey.RequestOptions;
import io.doorstep.identity.passkey.ThisBrowser;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.audit.AuditLog;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Step-up: who is signed in proves it anew, before something that would hurt. Who has a second factor shows that one: a stolen session and
 * a phished password together must not be enough to take it away.
 */
@RestController
@Tag(name = "identity")
class ConfirmController {

    private final Factors factors;
    private final CodeProof codes;
    private final ProvePasskey provePasskey;
    private final Confirmation confirmation;
    private final Notice notice;
    private final SignInLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ConfirmController(
            Factors factors,
            CodeProof codes,
            ProvePasskey provePasskey,
            Confirmation confirmation,
            Notice notice,
            SignInLimits limits,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.factors = factors;
        this.codes = codes;
        this.provePasskey = provePasskey;
        this.confirmation = confirmation;
        this.notice = notice;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @param anyOf what is taken as proof, any one of these */
    record ConfirmWays(Set<Proof> anyOf) {}

    /** Exactly one of them. */
    record ConfirmRequest(
            @Nullable @Size(max = 200) String password,

            @Nullable @Size(max = 60) @Pattern(regexp = CodeProof.SHAPE, message = CodeProof.MEND)
            String code,

            @Nullable @Valid Assertion passkey) {}

    @GetMapping("/api/me/confirm")
    ConfirmWays confirmWays(@AuthenticationPrincipal CurrentMember current) {
        return new ConfirmWays(ways(current));
    }

    @PostMapping("/api/me/confirm/passkey-options")
    ResponseEntity<RequestOptions> confirmOptions(
            @AuthenticationPrincipal CurrentMember current, HttpServletRequest http) {
        var browser = ThisBrowser.known(http);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, ThisBrowser.cookie(browser).toString())
                .body(provePasskey.beginFor(current.userId(), browser));
    }

    @PostMapping("/api/me/confirm")
    ResponseEntity<Void> confirm(
            @AuthenticationPrincipal CurrentMember current,
            @Valid @RequestBody ConfirmRequest request,
            HttpServletRequest http) {
        requireSession(current);
        limits.take(http.getRemoteAddr(), "confirm " + current.userId());
        var proof = proofIn(current, request, http);
        var cookie = confirmation.of(current, Set.of(proof));
        transaction.executeWithoutResult(_ ->
                audit.record("step-up.confirmed", "member", current.memberId().toString(), Map.of("by", proof.name())));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }

    private Proof proofIn(CurrentMember current, ConfirmRequest request, HttpServletRequest http) {
        var user = current.userId();
        var given = Stream.of(request.password(), request.code(), request.passkey())
                .filter(java.util.Objects::nonNull)
                .count();
        if (given != 1) {
            throw Refusal.Invalid.field("password", "or code or passkey: give exactly one of them.")
                    .asException();
        }
        if (request.passkey() != null) {
            provePasskey.finishFor(user, ThisBrowser.required(http), request.passkey());
            return Proof.PASSKEY;
        }
        if (request.code() != null) {
            return codes.of(user, request.code());
        }
        if (!ways(current).contains(Proof.PASSWORD)) {
            throw new Refusal.Forbidden(
                            "second-factor-needed", "You have a second step. Use a passkey or a code to confirm.")
                    .asException();
        }
        if (!confirmation.passwordFits(user, java.util.Objects.requireNonNull(request.password()))) {
            throw Refusal.Invalid.field("password", "does not fit. Check it and try again.")
                    .asException();
        }
        return Proof.PASSWORD;
    }

    private Set<Proof> ways(CurrentMember current) {
        var strong = factors.of(current.userId()).proofs();
        if (!strong.isEmpty()) {
            return strong;
        }
        return confirmation.hasPassword(current.userId()) ? Set.of(Proof.PASSWORD) : Set.of();
    }

    private static void requireSession(CurrentMember current) {
        if (!(current.access() instanceof Access.Session)) {
            throw new Refusal.Forbidden(
                            "session-needed", "This is done by a person who is signed in, not by a token or key.")
                    .asException();
        }
    }
}
