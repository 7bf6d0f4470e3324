package io.doorstep.identity.signin;

import io.doorstep.identity.Access;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.SignInLimits;
import io.doorstep.identity.passwords.PasswordRules;
import io.doorstep.platform.Refusal;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own password. */
@RestController
@Tag(name = "identity")
class PasswordController {

    private final SetPassword setPassword;
    private final SignInLimits limits;

    PasswordController(SetPassword setPassword, SignInLimits limits) {
        this.setPassword = setPassword;
        this.limits = limits;
    }

    record ChangePasswordRequest(
            @NotNull @Size(max = PasswordRules.LONGEST) String present,
            @NotNull @Size(max = PasswordRules.LONGEST) String password) {}

    @PutMapping("/api/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @AuthenticationPrincipal CurrentMember current,
            @Valid @RequestBody ChangePasswordRequest request,
            HttpServletRequest http) {
        if (!(current.access() instanceof Access.Session session)) {
            throw new Refusal.Forbidden(
                            "session-needed", "This is done by a person who is signed in, not by a token or key.")
                    .asException();
        }
        limits.take(http.getRemoteAddr(), "confirm " + current.userId());
        setPassword.requirePresent(current.userId(), "present", request.present());
        setPassword.to(current.userId(), "password", request.password(), session.id(), "CHANGED", http.getRemoteAddr());
    }
}
