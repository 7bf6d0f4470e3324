package io.doorstep.language;

/** The language a message is written in, as far as the local engine tells languages apart. */
public enum Language {
    ENGLISH("en"),
    SPANISH("es"),
    OTHER("und");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }
}
