package io.doorstep.conversation;

/** The first message of every conversation says what is speaking; the law asks for it in several places, and it is fair. */
public final class Greeting {

    private static final String UNNAMED = "Assistant";

    private Greeting() {}

    public static String of(String assistantName, String agencyName) {
        var who = agencyName + (agencyName.endsWith("s") ? "'" : "'s") + " automated assistant";
        return "Hi, I'm %s. Tell me what you are looking for, or ask for a person at any time."
                .formatted(assistantName.equalsIgnoreCase(UNNAMED) ? who : assistantName + ", " + who);
    }
}
