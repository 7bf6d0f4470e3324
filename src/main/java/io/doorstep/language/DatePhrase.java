package io.doorstep.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Words for a day or a time, where they stand, and what they resolve to. */
record DatePhrase(
        String words,
        int start,
        int end,
        @Nullable LocalDate date,
        @Nullable DayOfWeek day,
        @Nullable LocalTime time) {}
