package io.doorstep.capture.page;

import java.util.Arrays;
import java.util.Optional;

/** What the form offers to tap, and the sentence that a tap stands for. */
enum Intent {
    BUY("Buy", "I would like to buy a home."),
    SELL("Sell", "I would like to sell my home."),
    RENT("Rent", "I would like to rent a home.");

    private final String label;
    private final String sentence;

    Intent(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    static Optional<Intent> of(String name) {
        return Arrays.stream(values())
                .filter(intent -> intent.name().equals(name))
                .findFirst();
    }

    public String label() {
        return label;
    }

    String sentence() {
        return sentence;
    }
}
