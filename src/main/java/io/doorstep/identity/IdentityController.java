package io.doorstep.identity;

import io.doorstep.identity.passwords.PasswordRules;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up, sign-in, sign-out, who am I. */
@RestController
@Tag(name = "identity")
class IdentityController {

    private final SignUp signUp;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final Entrance entrance;
    private final ReadMe me;

    IdentityController(
            SignUp signUp, SignIn signIn, Sessions sessions, SignInLimits limits, Entrance entrance, ReadMe me) {
        this.signUp = signUp;
        this.signIn = signIn;
        this.sessions = sessions;
        this.limits = limits;
        this.entrance = entrance;
        this.me = me;
    }

    record SignUpRequest(
            @NotBlank(message = "is needed: the agency's name") @Size(max = 120)
            String agencyName,

            @NotNull
            @Pattern(regexp = "[a-z0-9](-?[a-z0-9])*", message = "takes small letters, digits and single hyphens")
            @Size(min = 2, max = 40, message = "needs 2 to 40 characters")
            String slug,

            @NotBlank String timeZone,

            @NotBlank(message = "is needed: your name") @Size(max = 120)
            String ownerName,

            @NotBlank @Email(message = "is not an e-mail address") @Size(max = 254)
            String email,

            @NotNull
            @Size(min = PasswordRules.SHORTEST, max = PasswordRules.LONGEST, message = "needs 10 to 200 characters")
            String password) {}

    record SignInRequest(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = PasswordRules.LONGEST) String password,
            @Nullable String agency) {}

    record SwitchRequest(@NotBlank String slug) {}

    @PostMapping("/api/sign-up")
    ResponseEntity<Me> signUp(@Valid @RequestBody SignUpRequest request, HttpServletRequest http) {
        limits.take(http, request.email());
        var zone = TimeZones.parse(request.timeZone(), "timeZone");
        var member = signUp.found(new SignUp.Request(
                request.agencyName().strip(),
                request.slug(),
                zone,
                Currencies.usedIn(zone),
                request.ownerName().strip(),
                request.email(),
                request.password(),
                false));
        return entrance.admit(201, member.userId(), request.slug(), Set.of(Proof.PASSWORD), http);
    }

    @PostMapping("/api/sign-in")
    ResponseEntity<Me> signIn(@Valid @RequestBody SignInRequest request, HttpServletRequest http) {
        limits.take(http, request.email());
        var user = signIn.with(request.email(), request.password(), http.getRemoteAddr());
        return entrance.admit(200, user, request.agency(), Set.of(Proof.PASSWORD), http);
    }

    @PostMapping("/api/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest http) {
        SignedIn.sessionToken(http).ifPresent(sessions::revoke);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.gone().toString())
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    @GetMapping("/api/me")
    Me me(@AuthenticationPrincipal CurrentMember current) {
        return me.of(current);
    }

    @PostMapping("/api/me/agency")
    ResponseEntity<Me> switchAgency(
            @AuthenticationPrincipal CurrentMember current,
            @Valid @RequestBody SwitchRequest request,
            HttpServletRequest http) {
        return entrance.move(current, request.slug(), http);
    }
}
