package io.doorstep.identity;

import java.util.Set;
import java.util.UUID;

/**
 * What a member holds in one room (leads, deals, appointments, conversations), and how it goes to others when the member leaves. Each room
 * that has something with an owner implements it; call inside the transaction that takes the member off the team.
 */
public interface HandOver {

    /** @param what  plural, as people say it @param leads whose it is: one lead's things go to one person */
    record Held(String what, long count, Set<UUID> leads) {}

    Held heldBy(UUID member);

    /**
     * Everything that {@link #heldBy} counts has another owner after this.
     *
     * @throws io.doorstep.platform.Refused where something can't go to who was named, with what to do
     */
    void handOver(UUID from, Heirs heirs);
}
