package io.doorstep.pipeline;

/** What kind of opportunity a deal is. */
public enum PipelineKind {
    BUYER,
    SELLER,
    RENTAL;

    /** A landlord who lets a home works like a seller: the agency wins the mandate first, then lists the home. Unknown means buyer. */
    public static PipelineKind forIntent(String intent) {
        return switch (intent) {
            case "rent" -> RENTAL;
            case "sell", "let" -> SELLER;
            default -> BUYER;
        };
    }
}
