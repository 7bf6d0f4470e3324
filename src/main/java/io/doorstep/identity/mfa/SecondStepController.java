package io.doorstep.identity.mfa;

import io.doorstep.identity.Entrance;
import io.doorstep.identity.Me;
import io.doorstep.identity.Proof;
import io.doorstep.identity.SignInLimits;
import io.doorstep.identity.passkey.Assertion;
import io.doorstep.identity.passkey.ProvePasskey;
import io.doorstep.identity.passkey.RequestOptions;
import io.doorstep.identity.passkey.ThisBrowser;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refused;
import io.doorstep.tenancy.Actor;
import io.doorstep.tenancy.TenantId;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The second step of a sign-in, and the one that needs none: by passkey. */
@RestController
@Tag(name = "identity")
class SecondStepController {

    private final SecondSteps steps;
    private final Factors factors;
    private final CodeProof codes;
    private final ProvePasskey provePasskey;
    private final Entrance entrance;
    private final Notice notice;
    private final SignInLimits limits;

    SecondStepController(
            SecondSteps steps,
            Factors factors,
            CodeProof codes,
            ProvePasskey provePasskey,
            Entrance entrance,
            Notice notice,
            SignInLimits limits) {
        this.steps = steps;
        this.factors = factors;
        this.codes = codes;
        this.provePasskey = provePasskey;
        this.entrance = entrance;
        this.notice = notice;
        this.limits = limits;
    }

    /** @param anyOf what completes the sign-in, any one of these */
    record SecondStep(Set<Proof> anyOf) {}

    record SecondStepCode(
            @NotNull @Size(max = 60) @Pattern(regexp = CodeProof.SHAPE, message = CodeProof.MEND)
            String code) {}

    /** @param agency slug; null takes the first by name */
    record PasskeySignIn(
            @NotNull @Valid Assertion passkey,
            @Nullable @Size(max = 40) String agency) {}

    @GetMapping("/api/sign-in/second-step")
    SecondStep secondStep(HttpServletRequest http) {
        var owed = steps.find(http).orElseThrow(SecondStepController::ended);
        return new SecondStep(factors.of(owed.user()).proofs());
    }

    @PostMapping("/api/sign-in/second-step")
    ResponseEntity<Me> finishSignIn(@Valid @RequestBody SecondStepCode code, HttpServletRequest http) {
        limits.take(http.getRemoteAddr());
        var owed = steps.takeTry(http).orElseThrow(SecondStepController::ended);
        var proof = codes.of(owed.user(), code.code());
        if (!steps.end(http)) {
            throw ended();
        }
        var shown = Stream.concat(owed.shown().stream(), Stream.of(proof)).collect(Collectors.toUnmodifiableSet());
        var admitted = entrance.admit(200, owed.user(), owed.agency(), shown, http);
        var me = admitted.getBody();
        if (proof == Proof.RECOVERY_CODE && me != null) {
            notice.recoveryCodeUsed(
                    owed.user(),
                    new TenantId(me.agency().id()),
                    new Actor(me.member().id(), me.member().role().name(), "SESSION", http.getRemoteAddr()),
                    factors.of(owed.user()).recoveryCodes());
        }
        return done(admitted);
    }

    @PostMapping("/api/sign-in/passkey/options")
    ResponseEntity<RequestOptions> passkeySignInOptions(HttpServletRequest http) {
        limits.take(http.getRemoteAddr());
        var browser = ThisBrowser.known(http);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, ThisBrowser.cookie(browser).toString())
                .body(provePasskey.begin(browser));
    }

    @PostMapping("/api/sign-in/passkey")
    ResponseEntity<Me> signInWithPasskey(@Valid @RequestBody PasskeySignIn request, HttpServletRequest http) {
        limits.take(http.getRemoteAddr());
        var user = provePasskey.finish(ThisBrowser.required(http), request.passkey());
        var agency = request.agency() != null
                ? request.agency()
                : steps.find(http)
                        .filter(owed -> owed.user().equals(user))
                        .map(SecondSteps.Owed::agency)
                        .orElse(null);
        steps.end(http);
        return done(entrance.admit(200, user, agency, Set.of(Proof.PASSKEY), http));
    }

    private static ResponseEntity<Me> done(ResponseEntity<Me> admitted) {
        return ResponseEntity.status(admitted.getStatusCode())
                .headers(admitted.getHeaders())
                .header(HttpHeaders.SET_COOKIE, SecondSteps.gone().toString())
                .body(admitted.getBody());
    }

    private static Refused ended() {
        return new Refusal.Unauthenticated(
                        "second-step-ended", "This sign-in took too long, or too many tries. Start again.")
                .asException();
    }
}
