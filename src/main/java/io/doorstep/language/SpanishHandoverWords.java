package io.doorstep.language;

/** {@link HandoverWords} in Spanish. */
final class SpanishHandoverWords {

    private SpanishHandoverWords() {}

    static String of(Speech.HandingOver handing, Voice voice) {
        return "%s %s%s".formatted(why(handing.cause()), who(handing, voice), otherWay(handing));
    }

    private static String why(Speech.Cause cause) {
        return switch (cause) {
            case ASKED -> "Claro.";
            case FEES -> "Los honorarios se los explica mejor una persona.";
            case PRICE_OPINION -> "Cuánto vale una vivienda es algo para revisar con una persona.";
            case LEGAL_ADVICE -> "No puedo dar asesoría legal.";
            case MORTGAGE_ADVICE -> "No puedo dar asesoría sobre hipotecas.";
            case NEGOTIATES -> "Las ofertas y condiciones se hablan mejor con una persona.";
            case DISTRESS -> "Lamento mucho lo que me cuenta.";
            case COMPLAINT -> "Lamento que esto no haya salido bien.";
            case UNSURE -> "No le estoy entendiendo bien.";
            case OTHER -> "Eso lo responde mejor una persona.";
        };
    }

    private static String who(Speech.HandingOver handing, Voice voice) {
        var to = handing.to() == null ? "una persona de " + voice.agencyName() : handing.to();
        var back = handing.back();
        if (back == null) return "Le pedí a %s que se una, y desde aquí guardo silencio.".formatted(to);
        var there = SpanishTimes.full(back.withZoneSameInstant(voice.zone()));
        return "Por aquí le responderá %s, que vuelve %s Desde aquí guardo silencio.".formatted(to, there);
    }

    private static String otherWay(Speech.HandingOver handing) {
        return handing.reachable() || handing.back() == null
                ? ""
                : " Si deja un teléfono o un correo electrónico, también le pueden contactar ahí.";
    }
}
