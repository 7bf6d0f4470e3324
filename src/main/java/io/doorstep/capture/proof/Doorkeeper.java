package io.doorstep.capture.proof;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.TenantScope;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets strangers in. In calm times everybody is; while the agency's door is rushed, only who did some work first. People notice a moment's
 * wait, a robot pays for each lead that it makes up.
 */
@Component
public class Doorkeeper {

    private final Rush rush;
    private final ProofOfWork work;
    private final SpentProofs spent;

    Doorkeeper(Rush rush, ProofOfWork work, SpentProofs spent) {
        this.rush = rush;
        this.work = work;
        this.spent = spent;
    }

    /**
     * Before a stranger's first touch becomes a lead.
     *
     * @param action  what the proof is good for
     * @param subject who or what it is good for
     * @param proof   as ALTCHA's clients send it
     * @throws io.doorstep.platform.Refused {@code proof-needed}, with the challenge
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void admit(String action, String subject, @Nullable String proof) {
        if (!rush.meets()) {
            return;
        }
        var purpose = new ProofOfWork.Purpose(TenantScope.current().toString(), action, subject);
        if (work.verify(proof, purpose).filter(spent::spend).isEmpty()) {
            throw new Refusal.PreconditionRequired(
                            "proof-needed",
                            "Many people write at this moment. Your browser has to do a small piece of work first; then send the same again.",
                            Map.of("challenge", work.ask(purpose)))
                    .asException();
        }
    }
}
