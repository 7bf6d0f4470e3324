package io.doorstep.identity;

import java.time.ZoneId;

/** A first guess at an agency's currency; its settings decide. */
final class Currencies {

    private Currencies() {}

    static String usedIn(ZoneId zone) {
        return switch (zone.getId()) {
            case "Europe/London", "Europe/Belfast", "Europe/Jersey", "Europe/Guernsey", "Europe/Isle_of_Man" -> "GBP";
            case "Europe/Zurich" -> "CHF";
            case String id when id.startsWith("Europe/") -> "EUR";
            case String id when id.startsWith("Australia/") -> "AUD";
            case "America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Halifax" ->
                "CAD";
            default -> "USD";
        };
    }
}
