package io.doorstep.lifecycle.archive;

/** Why an archive is not taken in, in words for the operator who brought it. Not a row was written. */
public final class DamagedArchive extends RuntimeException {
    DamagedArchive(String why) {
        super(why + " Nothing was written.");
    }
}
