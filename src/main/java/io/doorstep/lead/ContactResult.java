package io.doorstep.lead;

import java.util.UUID;

/** What became of a contact point that a lead gave. */
public sealed interface ContactResult {

    record Added(ContactPoint point) implements ContactResult {}

    record AlreadyKnown(ContactPoint point) implements ContactResult {}

    /**
     * The agency knows it from another lead. This lead goes on and is noted as folded into that one; nothing of the other
     * lead may be shown to whoever typed the address, since typing an address proves nothing.
     */
    record BelongsTo(UUID leadId, ContactPoint point) implements ContactResult {}

    /** A lead that the member may not see has it. */
    record WithColleague(ContactPoint point) implements ContactResult {}

    /** It is no address; the reason is a sentence for people. */
    record Unusable(String reason) implements ContactResult {}
}
