package io.doorstep.lead;

import java.util.Optional;

/**
 * The words that a lead agrees to. They are evidence: a published version never changes, a new text is a new version.
 *
 * @param text with the agency's name in it
 */
public record ConsentWording(ConsentChannel channel, int version, String text) {

    private static final int ENGLISH = 1;
    private static final int SPANISH = 2;

    public static ConsentWording current(ConsentChannel channel, String agency) {
        return new ConsentWording(channel, ENGLISH, english(channel, agency));
    }

    public static ConsentWording inSpanish(ConsentChannel channel, String agency) {
        return new ConsentWording(channel, SPANISH, spanish(channel, agency));
    }

    public static Optional<ConsentWording> version(ConsentChannel channel, int version, String agency) {
        return switch (version) {
            case ENGLISH -> Optional.of(current(channel, agency));
            case SPANISH -> Optional.of(inSpanish(channel, agency));
            default -> Optional.empty();
        };
    }

    private static String english(ConsentChannel channel, String agency) {
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

    /** Carriers know STOP and HELP only. */
    private static String spanish(ConsentChannel channel, String agency) {
        return switch (channel) {
            case SMS ->
                "%s puede enviarme mensajes de texto sobre mi búsqueda al número que di. Pueden aplicarse tarifas de mensajes y datos; la frecuencia varía. Responda STOP para terminar, HELP para ayuda. No hace falta para reservar."
                        .formatted(agency);
            case EMAIL ->
                "%s puede escribirme por correo electrónico sobre mi búsqueda a la dirección que di. Puedo darme de baja en cada correo."
                        .formatted(agency);
            case CALL ->
                "%s puede llamarme sobre mi búsqueda al número que di. No hace falta para reservar.".formatted(agency);
            case WEB_CHAT -> "%s puede responderme en este chat.".formatted(agency);
        };
    }
}
