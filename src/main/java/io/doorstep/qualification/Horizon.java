package io.doorstep.qualification;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Reads how far away a timeline is: {@code horizonDays} as it was understood, else the date {@code by} which. */
final class Horizon {

    private Horizon() {}

    /** Days from the moment it was said; a date that had passed counts as now. Empty where the timeline names none. */
    static OptionalLong daysAhead(JsonNode timeline, Instant said) {
        var days = timeline.path("horizonDays");
        if (days.isNumber()) return OptionalLong.of(Math.max(0, days.asLong()));
        var by = timeline.isString() ? timeline : timeline.path("by");
        try {
            var date = LocalDate.parse(by.asString(""));
            return OptionalLong.of(
                    Math.max(0, ChronoUnit.DAYS.between(said.atZone(UTC).toLocalDate(), date)));
        } catch (DateTimeParseException noDate) {
            return OptionalLong.empty();
        }
    }
}
