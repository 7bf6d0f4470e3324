package io.doorstep.identity.mfa;

import io.doorstep.identity.Proof;
import io.doorstep.identity.totp.AuthenticatorApp;
import io.doorstep.identity.totp.RecoveryCodes;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refused;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One field takes both kinds of code: six digits are the app's, anything longer is a recovery code. Each works once. */
@Component
public class CodeProof {

    public static final String SHAPE = "\\s*([0-9][\\s-]?){5}[0-9]\\s*|\\s*([A-Za-z2-7][\\s-]?){15}[A-Za-z2-7]\\s*";
    public static final String MEND = "is the 6 digits of your app, or a recovery code of 16 letters and digits";

    private final AuthenticatorApp app;
    private final RecoveryCodes recoveryCodes;

    CodeProof(AuthenticatorApp app, RecoveryCodes recoveryCodes) {
        this.app = app;
        this.recoveryCodes = recoveryCodes;
    }

    /** @throws io.doorstep.platform.Refused for a wrong or used code, or when codes have to wait */
    public Proof of(UUID user, String code) {
        var digits = code.replaceAll("[\\s-]", "").length() == 6;
        if (digits ? app.proves(user, code) : recoveryCodes.use(user, code)) {
            return digits ? Proof.TOTP : Proof.RECOVERY_CODE;
        }
        throw wrong();
    }

    private static Refused wrong() {
        return Refusal.Invalid.field("code", "is wrong, or was used already. Type the one that the app shows now.")
                .asException();
    }
}
