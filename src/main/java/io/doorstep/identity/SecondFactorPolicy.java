package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import java.util.Optional;

/** What the agency asks of those who are in already: a policy that begins today holds for the sessions of yesterday. */
public interface SecondFactorPolicy {

    /** @return why nothing but the way to a second factor is open to them; empty when they may go on */
    Optional<Refusal.Forbidden> objectionTo(CurrentMember member);
}
