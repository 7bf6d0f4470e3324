package io.doorstep.knowledge;

import java.util.Arrays;
import java.util.Optional;

/** The languages that articles are written in, each with PostgreSQL's text search configuration for it. */
enum TextSearch {
    ENGLISH("en"),
    SPANISH("es");

    private final String tag;

    TextSearch(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    String configuration() {
        return switch (this) {
            case ENGLISH -> "english";
            case SPANISH -> "spanish";
        };
    }

    /** @param tag BCP 47 */
    static Optional<TextSearch> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }
}
