package io.doorstep.identity;

import java.util.Set;

/** Judges whether what a person showed is enough for an agency. Asked each time before a session or token is opened. */
public interface SecondFactor {

    /**
     * @param member whom the person would be, in the agency they are about to enter
     * @param shown  all that they showed so far
     * @return what would complete it, any one of these; empty when it is enough
     */
    Set<Proof> missing(CurrentMember member, Set<Proof> shown);
}
