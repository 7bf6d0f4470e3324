package io.doorstep.language;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** {@link Phrasing} in Spanish: usted, short and warm, neutral between countries. */
final class SpanishPhrasing {

    private SpanishPhrasing() {}

    static String of(Speech speech, Voice voice) {
        return switch (speech) {
            case Speech.Greeting greeting -> "Hola, soy el asistente automático de %s.".formatted(voice.agencyName());
            case Speech.Ask ask -> SpanishQuestions.ask(ask.question());
            case Speech.AskInOwnWords ask -> ask.words();
            case Speech.Acknowledge acknowledge -> SpanishRecap.of(acknowledge.facts());
            case Speech.OfferListings offer -> listings(offer.listings());
            case Speech.OfferSlots offer -> slots(offer, voice);
            case Speech.Booked booked -> booked(booked, voice);
            case Speech.JustTaken taken -> sentence("Ese horario se acaba de ocupar: " + time(taken.start(), voice));
            case Speech.Cancelled cancelled ->
                "Su visita queda cancelada: %s Dígame cuándo le vendría bien otra."
                        .formatted(sentence(time(cancelled.start(), voice)));
            case Speech.WelcomeBack back -> welcomeBack(back, voice);
            case Speech.Noted noted -> "Queda anotado.";
            case Speech.NoLongerOffered gone -> "Esa vivienda ya no está disponible.";
            case Speech.WhichOne which ->
                "¿Cuál de estas opciones: %s?".formatted(SpanishRecap.joined(labels(which.offers(), voice), "o"));
            case Speech.HandingOver handing -> SpanishHandoverWords.of(handing, voice);
            case Speech.FairHousingAnswer fairHousingAnswer ->
                "No puedo calificar zonas, escuelas ni seguridad. La agencia de educación del estado publica un informe"
                        + " de cada escuela, y la policía local publica datos de delitos. Lo que sí puedo es contarle"
                        + " lo que se sabe de cada vivienda.";
            case Speech.DontKnow dontKnow ->
                "Eso no lo sé. Anoté la pregunta y alguien de %s la va a responder.".formatted(voice.agencyName());
            case Speech.OptedOut optedOut -> "%s no le escribirá más por aquí.".formatted(voice.agencyName());
            case Speech.Apology apology ->
                "Algo falló de nuestro lado. Su mensaje está guardado y %s lo va a responder."
                        .formatted(voice.agencyName());
            case Speech.Clarify clarify -> "No le entendí bien. " + SpanishQuestions.clarify(clarify.question());
            case Speech.AnswerListing answer -> "%s: %s".formatted(answer.listing(), sentence(answer.answer()));
            case Speech.AnswerKnowledge answer -> sentence(answer.text());
            case Speech.TooLong tooLong ->
                "Es más de lo que puedo leer de una vez. ¿Me lo puede decir en menos de %,d caracteres?"
                        .formatted(tooLong.limit());
            case Speech.Farewell farewell -> "Gracias. Escríbame por aquí cuando lo necesite.";
            case Speech.Combined combined ->
                combined.parts().stream()
                        .map(part -> of(part, voice))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "));
        };
    }

    private static String listings(List<Offer.ListingOffer> listings) {
        if (listings.isEmpty()) return "Por ahora nada cumple con todo eso. Sigo buscando.";
        if (listings.size() == 1)
            return "Hay una vivienda que cumple con eso: %s. ¿Le gustaría verla?"
                    .formatted(listings.getFirst().label());
        var labels = listings.stream().map(Offer.ListingOffer::label).toList();
        return "Hay %d viviendas que cumplen con eso: %s. ¿Cuál le gustaría ver?"
                .formatted(labels.size(), SpanishRecap.joined(labels, "y"));
    }

    private static String slots(Speech.OfferSlots offer, Voice voice) {
        if (offer.slots().isEmpty())
            return "No hay horarios libres en los próximos días. ¿Qué día después le vendría bien?";
        var times = offer.slots().stream()
                .map(slot -> SpanishTimes.inShort(slot.start().withZoneSameInstant(voice.zone())))
                .toList();
        var with = offer.with() == null ? "" : " con " + offer.with();
        if (times.size() == 1)
            return "Hay un horario libre%s: %s ¿Le viene bien?".formatted(with, sentence(times.getFirst()));
        return "Hay horarios libres%s: %s ¿Cuál le viene bien?"
                .formatted(with, sentence(SpanishRecap.joined(times, "o")));
    }

    private static String booked(Speech.Booked booked, Voice voice) {
        var what = booked.what() == null ? "Su visita" : "Su visita a " + booked.what();
        var with = booked.with() == null ? "" : " %s le recibirá allí.".formatted(booked.with());
        return "%s está reservada para %s%s".formatted(what, sentence(time(booked.start(), voice)), with);
    }

    private static String welcomeBack(Speech.WelcomeBack back, Voice voice) {
        var name = back.name() == null ? "" : ", " + back.name();
        var visit = back.visit() == null ? "" : " Su visita: " + sentence(time(back.visit(), voice));
        return "Hola de nuevo%s.%s".formatted(name, visit);
    }

    private static List<String> labels(List<Offer> offers, Voice voice) {
        return offers.stream()
                .map(offer -> switch (offer) {
                    case Offer.ListingOffer home -> home.label();
                    case Offer.SlotOffer slot ->
                        SpanishTimes.inShort(slot.start().withZoneSameInstant(voice.zone()));
                })
                .toList();
    }

    private static String time(ZonedDateTime start, Voice voice) {
        return SpanishTimes.full(start.withZoneSameInstant(voice.zone()));
    }

    private static String sentence(String words) {
        return words.matches("(?s).*[.?!:)\"]") ? words : words + ".";
    }
}
