package io.doorstep.cli.agency;

import io.doorstep.lifecycle.archive.WriteArchive;

/** Progress on the terminal: one line, each percent. */
final class Percent implements WriteArchive.Progress {

    private long told = -1;

    @Override
    public void at(long rows, long ofRows) {
        var percent = ofRows == 0 ? 100 : rows * 100 / ofRows;
        if (percent > told) {
            told = percent;
            System.err.printf("\r%3d %% of %,d rows%s", percent, ofRows, percent == 100 ? "\n" : "");
        }
    }
}
