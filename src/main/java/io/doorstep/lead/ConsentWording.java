package io.doorstep.lead;

import java.util.Optional;

/**
 * The words that a lead agrees to. They are evidence: a published version never changes, a new text is a new version.
 *
 * @param text with the agency's name in it
 */
public record ConsentWording(ConsentChannel channel, int version, String text) {

    private static final int CURRENT = 1;

    public static ConsentWording current(ConsentChannel channel, String agency) {
        return new ConsentWording(channel, CURRENT, first(channel, agency));
    }

    public static Optional<ConsentWording> version(ConsentChannel channel, int version, String agency) {
        return version == CURRENT ? Optional.of(current(channel, agency)) : Optional.empty();
    }

    private static String first(ConsentChannel channel, String agency) {
        return switch (channel) {
            case SMS ->
                "%s may text me about my search at the number I gave. Message and data rates may apply, message frequency varies. Reply STOP to end, HELP for help. Not needed to book."
                        .formatted(agency);
            case EMAIL ->
                "%s may e-mail me about my search at the address I gave. I can unsubscribe in every e-mail."
                        .formatted(agency);
            case CALL -> "%s may call me about my search at the number I gave. Not needed to book.".formatted(agency);
            case WEB_CHAT -> "%s may answer me in this chat.".formatted(agency);
        };
    }
}
