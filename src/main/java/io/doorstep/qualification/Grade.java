package io.doorstep.qualification;

/** What a score means for the day, the best first: HOT is worth a call now, UNQUALIFIED is not worth one yet. */
public enum Grade {
    HOT("Hot"),
    WARM("Warm"),
    NURTURE("Nurture"),
    UNQUALIFIED("Unqualified");

    private final String word;

    Grade(String word) {
        this.word = word;
    }

    /** As people read it. */
    public String word() {
        return word;
    }
}
