package io.doorstep.tenancy.audit;

import java.util.HexFormat;

/** What a look at an agency's whole chain found. */
public sealed interface ChainState {

    /** @param entries all of them @param hash of the last, in hexadecimal: what an operator keeps elsewhere */
    record Unbroken(long entries, String hash) implements ChainState {
        Unbroken(long entries, byte[] hash) {
            this(entries, HexFormat.of().formatHex(hash));
        }
    }

    /** @param seq the first place that is not as it was written @param problem what is wrong with it */
    record Broken(long seq, String problem) implements ChainState {}
}
