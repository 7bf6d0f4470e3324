package io.doorstep.question;

import org.jspecify.annotations.Nullable;

/** The kinds of leads, by what they want to do. Each kind has a list of questions of its own. */
public enum Track {
    BUY,
    RENT,
    SELL,
    LET;

    /** @param unsaid what a lead is taken for who has not said it */
    public static Track of(@Nullable Object intent, Track unsaid) {
        return switch (String.valueOf(intent)) {
            case "buy" -> BUY;
            case "rent" -> RENT;
            case "sell" -> SELL;
            case "let" -> LET;
            default -> unsaid;
        };
    }

    public boolean looksForHome() {
        return this == BUY || this == RENT;
    }
}
