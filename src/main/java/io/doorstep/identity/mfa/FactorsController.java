package io.doorstep.identity.mfa;

import io.doorstep.identity.Access;
import io.doorstep.identity.Confirmation;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Proof;
import io.doorstep.identity.Role;
import io.doorstep.identity.StepUp;
import io.doorstep.identity.passkey.Attestation;
import io.doorstep.identity.passkey.CreationOptions;
import io.doorstep.identity.passkey.RegisterPasskey;
import io.doorstep.identity.passkey.ThisBrowser;
import io.doorstep.identity.totp.AuthenticatorApp;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person's own passkeys, code app and recovery codes. Every change needs a fresh proof of who they are. */
@RestController
@Tag(name = "second factors")
class FactorsController {

    private final ChangeFactors change;
    private final Factors factors;
    private final EnforceMfa policy;
    private final AuthenticatorApp app;
    private final RegisterPasskey registerPasskey;
    private final Confirmation confirmation;
    private final StepUp stepUp;

    FactorsController(
            ChangeFactors change,
            Factors factors,
            EnforceMfa policy,
            AuthenticatorApp app,
            RegisterPasskey registerPasskey,
            Confirmation confirmation,
            StepUp stepUp) {
        this.change = change;
        this.factors = factors;
        this.policy = policy;
        this.app = app;
        this.registerPasskey = registerPasskey;
        this.confirmation = confirmation;
        this.stepUp = stepUp;
    }

    record PasskeyName(
            @NotBlank(message = "is needed: where this passkey is kept") @Size(max = 60)
            String name) {}

    record AppCode(
            @NotNull @Pattern(regexp = "\\s*([0-9]\\s?){6}\\s*", message = "is the 6 digits that the app shows")
            String code) {}

    /** @param codes shown this once; empty when there were some already */
    record RecoveryCodeList(List<String> codes) {}

    @GetMapping("/api/me/factors")
    FactorsView factors(@AuthenticationPrincipal CurrentMember current) {
        var held = factors.of(current.userId());
        var required = policy.requiredIn(current.tenant()).binds(current.role());
        var admin = current.role() == Role.OWNER || current.role() == Role.ADMIN;
        return new FactorsView(
                change.passkeysOf(current.userId()),
                app.enabledAt(current.userId()).orElse(null),
                held.recoveryCodes(),
                confirmation.hasPassword(current.userId()),
                required,
                (admin || required) && !held.any(),
                current.access() instanceof Access.Session session
                        && session.proof().stream().anyMatch(Factors.STRONG::contains));
    }

    @PostMapping("/api/me/passkeys/options")
    ResponseEntity<CreationOptions> passkeyOptions(
            @AuthenticationPrincipal CurrentMember current, HttpServletRequest http) {
        stepUp.requireOwn(current);
        var person = confirmation.person(current.userId());
        var browser = ThisBrowser.known(http);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, ThisBrowser.cookie(browser).toString())
                .body(registerPasskey.begin(current.userId(), person.email(), person.name(), browser));
    }

    @PostMapping("/api/me/passkeys")
    ResponseEntity<RecoveryCodeList> addPasskey(
            @AuthenticationPrincipal CurrentMember current,
            @Valid @RequestBody Attestation attestation,
            HttpServletRequest http) {
        stepUp.requireOwn(current);
        var codes = change.addPasskey(current, ThisBrowser.required(http), attestation);
        return proven(current, Proof.PASSKEY, new RecoveryCodeList(codes));
    }

    @PutMapping("/api/me/passkeys/{id}")
    ResponseEntity<Void> renamePasskey(
            @AuthenticationPrincipal CurrentMember current,
            @PathVariable UUID id,
            @Valid @RequestBody PasskeyName name) {
        change.renamePasskey(current, id, name.name());
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/me/passkeys/{id}")
    ResponseEntity<Void> removePasskey(@AuthenticationPrincipal CurrentMember current, @PathVariable UUID id) {
        stepUp.requireOwn(current);
        change.removePasskey(current, id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/me/totp")
    AuthenticatorApp.AppSetup beginApp(@AuthenticationPrincipal CurrentMember current) {
        stepUp.requireOwn(current);
        return app.begin(current.userId(), confirmation.person(current.userId()).email());
    }

    @PutMapping("/api/me/totp")
    ResponseEntity<RecoveryCodeList> enableApp(
            @AuthenticationPrincipal CurrentMember current, @Valid @RequestBody AppCode code) {
        stepUp.requireOwn(current);
        return proven(current, Proof.TOTP, new RecoveryCodeList(change.enableApp(current, code.code())));
    }

    @DeleteMapping("/api/me/totp")
    ResponseEntity<Void> removeApp(@AuthenticationPrincipal CurrentMember current) {
        stepUp.requireOwn(current);
        change.removeApp(current);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/me/recovery-codes")
    RecoveryCodeList renewRecoveryCodes(@AuthenticationPrincipal CurrentMember current) {
        stepUp.requireOwn(current);
        return new RecoveryCodeList(change.renewRecoveryCodes(current));
    }

    /** Who has just set a factor up has shown it. */
    private ResponseEntity<RecoveryCodeList> proven(CurrentMember current, Proof proof, RecoveryCodeList codes) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        confirmation.of(current, Set.of(proof)).toString())
                .body(codes);
    }
}
