package io.doorstep.listing.inventory;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row and keeps what was wrong with them. A cell that is not needed and can't be read counts as empty. */
final class Cells {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1");

    private final FileRow row;
    private final List<RowProblem> problems = new ArrayList<>();

    Cells(FileRow row) {
        this.row = row;
    }

    List<RowProblem> problems() {
        return problems;
    }

    boolean refused() {
        return problems.stream().anyMatch(RowProblem::refused);
    }

    @Nullable
    String text(String column, int longest) {
        return read(
                        column,
                        "takes %,d characters at most".formatted(longest),
                        false,
                        value -> value.length() <= longest ? value : null)
                .orElse(null);
    }

    /** A comma parts values, as RESO writes lists in text. */
    List<String> list(String... columns) {
        return Arrays.stream(columns)
                .flatMap(column -> row.cell(column).stream())
                .flatMap(value -> Arrays.stream(value.split("[,;]")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(50)
                .toList();
    }

    boolean yes(String column) {
        return row.cell(column)
                .filter(value -> YES.contains(value.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    boolean has(String column) {
        return row.cell(column).isPresent();
    }

    /** The row is refused without it. */
    <T> Optional<T> needed(String column, String mend, Function<String, @Nullable T> reading) {
        if (!has(column)) {
            problem(column, "", "is empty; " + mend, true);
            return Optional.empty();
        }
        return read(column, mend, true, reading);
    }

    <T> Optional<T> optional(String column, String mend, Function<String, @Nullable T> reading) {
        return read(column, mend, false, reading);
    }

    private <T> Optional<T> read(String column, String mend, boolean needed, Function<String, @Nullable T> reading) {
        var value = row.cell(column);
        if (value.isEmpty()) return Optional.empty();
        var read = Optional.<T>ofNullable(reading.apply(value.get()));
        if (read.isEmpty()) problem(column, value.get(), mend, needed);
        return read;
    }

    void problem(String column, String value, String message, boolean refused) {
        problems.add(new RowProblem(row.number(), column, value, message, refused));
    }

    /** "$645,000.00" as well as 645000. */
    static @Nullable BigDecimal number(String value) {
        var plain = value.replaceAll("[$£€,\\s\u00a0]", "");
        return plain.matches("\\d{1,12}(?:\\.\\d{1,6})?") ? new BigDecimal(plain) : null;
    }

    static Function<String, @Nullable Integer> whole(int least, int most) {
        return value -> {
            var number = number(value);
            if (number == null || number.stripTrailingZeros().scale() > 0) return null;
            return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0
                    ? number.intValueExact()
                    : null;
        };
    }

    static @Nullable LocalDate date(String value) {
        try {
            return LocalDate.parse(value.substring(0, Math.min(10, value.length())));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
