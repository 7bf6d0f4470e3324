package io.doorstep.language;

import java.time.ZoneId;

/** How the agency's assistant speaks. Times are said in {@code zone}, money in {@code currency} (ISO 4217). */
public record Voice(String agencyName, String assistantName, Language language, ZoneId zone, String currency) {}
