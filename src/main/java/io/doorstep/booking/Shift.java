package io.doorstep.booking;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** Working hours on one weekday, by the clock on the member's wall. */
record Shift(DayOfWeek weekday, LocalTime opens, LocalTime closes) {}
