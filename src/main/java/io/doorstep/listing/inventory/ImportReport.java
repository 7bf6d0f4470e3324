package io.doorstep.listing.inventory;

import java.util.List;

/**
 * What a file does, or did, to the listings.
 *
 * @param rows in the file
 * @param refused rows that are left out, each with its reason among the problems
 * @param problems the first ones, in the file's order
 * @param moreProblems how many there are besides
 * @param unusedColumns of the file
 * @param sample the first rows that are taken
 */
record ImportReport(
        int rows,
        int added,
        int changed,
        int unchanged,
        int refused,
        List<RowProblem> problems,
        int moreProblems,
        List<String> unusedColumns,
        List<SampleRow> sample) {

    enum Effect {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    record SampleRow(String key, String name, long priceMinor, String currency, Status status, Effect effect) {}
}
