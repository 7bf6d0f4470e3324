package io.doorstep.listing.inventory;

/**
 * What is wrong with one cell, and the mend.
 *
 * @param row as the file counts them
 * @param value as it stands there, shortened
 * @param refused the whole row is left out; otherwise just this cell
 */
record RowProblem(int row, String column, String value, String message, boolean refused) {

    private static final int LONGEST_VALUE = 80;

    RowProblem {
        value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
