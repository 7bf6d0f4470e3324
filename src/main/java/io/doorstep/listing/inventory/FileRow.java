package io.doorstep.listing.inventory;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a file, its cells by column name in lower case.
 *
 * @param number as people count: the header of a CSV is row 1; the first object of a JSON list is row 1
 */
record FileRow(int number, Map<String, String> cells) {

    Optional<String> cell(String column) {
        return Optional.ofNullable(cells.get(column.toLowerCase(Locale.ROOT)))
                .map(FileRow::plain)
                .filter(value -> !value.isEmpty());
    }

    /** Without the quote that keeps a spreadsheet from running a cell as a formula, and without what no text column takes. */
    private static String plain(String value) {
        var stripped = value.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
        return stripped.matches("(?s)'[=+\\-@].*") ? stripped.substring(1) : stripped;
    }
}
