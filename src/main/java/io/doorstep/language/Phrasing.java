package io.doorstep.language;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The assistant's sentences: short, warm, plain; no exclamation marks, no claims about areas, schools or people. */
final class Phrasing {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE, MMMM d 'at' h:mm a", Locale.US);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEEE h:mm a", Locale.US);

    private Phrasing() {}

    static String of(Speech speech, Voice voice) {
        return switch (speech) {
            case Speech.Greeting greeting ->
                "Hi, I'm %s automated assistant.".formatted(possessive(voice.agencyName()));
            case Speech.Ask ask -> Questions.ask(ask.question());
            case Speech.AskInOwnWords ask -> ask.words();
            case Speech.Acknowledge acknowledge -> Recap.of(acknowledge.facts());
            case Speech.OfferListings offer -> listings(offer.listings());
            case Speech.OfferSlots offer -> slots(offer, voice);
            case Speech.Booked booked -> booked(booked, voice);
            case Speech.JustTaken taken -> "%s has just been taken.".formatted(time(taken.start(), voice));
            case Speech.Cancelled cancelled ->
                "Your visit on %s is cancelled. Tell me when another time suits you."
                        .formatted(time(cancelled.start(), voice));
            case Speech.WelcomeBack back -> welcomeBack(back, voice);
            case Speech.NoLongerOffered gone -> "That home is no longer available.";
            case Speech.Noted noted -> "That's noted.";
            case Speech.WhichOne which -> "Which one: %s?".formatted(Recap.joined(labels(which.offers(), voice), "or"));
            case Speech.HandingOver handing -> HandoverWords.of(handing, voice);
            case Speech.FairHousingAnswer fairHousingAnswer ->
                "I can't rate areas, schools, safety or who lives there. Public data can help: the state's education agency"
                        + " reports on every school, the local police publish crime figures, and the census describes"
                        + " every area. What I can do is tell you what is known about each home.";
            case Speech.DontKnow dontKnow ->
                "I don't know that. I've noted the question, and someone from %s will answer it."
                        .formatted(voice.agencyName());
            case Speech.OptedOut optedOut -> "You won't hear from %s here again.".formatted(voice.agencyName());
            case Speech.Apology apology ->
                "Something went wrong on our side. Your message is saved, and %s will answer it."
                        .formatted(voice.agencyName());
            case Speech.Clarify clarify -> "I didn't quite get that. " + Questions.clarify(clarify.question());
            case Speech.AnswerListing answer -> "%s: %s".formatted(answer.listing(), sentence(answer.answer()));
            case Speech.AnswerKnowledge answer -> sentence(answer.text());
            case Speech.TooLong tooLong ->
                "That is more than I can read at once. Could you say it in under %,d characters?"
                        .formatted(tooLong.limit());
            case Speech.Farewell farewell -> "Thank you. Write here whenever something comes up.";
            case Speech.Combined combined ->
                combined.parts().stream()
                        .map(part -> of(part, voice))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "));
        };
    }

    private static String listings(List<Offer.ListingOffer> listings) {
        if (listings.isEmpty()) return "Nothing fits all of that right now. I'll keep looking.";
        if (listings.size() == 1)
            return "One home fits: %s. Would you like to see it?"
                    .formatted(listings.getFirst().label());
        var labels = listings.stream().map(Offer.ListingOffer::label).toList();
        return "%s homes fit: %s. Which one would you like to see?"
                .formatted(Recap.count(labels.size()), Recap.joined(labels, "and"));
    }

    private static String slots(Speech.OfferSlots offer, Voice voice) {
        if (offer.slots().isEmpty()) return "No time is free in the next days. Which day would suit you after that?";
        var times = offer.slots().stream()
                .map(slot -> slot.start().withZoneSameInstant(voice.zone()).format(SHORT))
                .toList();
        var with = offer.with() == null ? "" : " with " + offer.with();
        if (times.size() == 1) return "%s is free%s. Does that work?".formatted(times.getFirst(), with);
        return "These times are free%s: %s. Which one works?".formatted(with, Recap.joined(times, "or"));
    }

    private static String booked(Speech.Booked booked, Voice voice) {
        var what = booked.what() == null ? "Your visit" : "Your visit to " + booked.what();
        var with = booked.with() == null ? "" : " %s will meet you there.".formatted(booked.with());
        return "%s is booked for %s.%s".formatted(what, time(booked.start(), voice), with);
    }

    private static String welcomeBack(Speech.WelcomeBack back, Voice voice) {
        var name = back.name() == null ? "" : ", " + back.name();
        var visit = back.visit() == null ? "" : " Your visit is on %s.".formatted(time(back.visit(), voice));
        return "Welcome back%s.%s".formatted(name, visit);
    }

    private static List<String> labels(List<Offer> offers, Voice voice) {
        return offers.stream()
                .map(offer -> switch (offer) {
                    case Offer.ListingOffer home -> home.label();
                    case Offer.SlotOffer slot ->
                        slot.start().withZoneSameInstant(voice.zone()).format(SHORT);
                })
                .toList();
    }

    private static String time(ZonedDateTime start, Voice voice) {
        return start.withZoneSameInstant(voice.zone()).format(DAY_AND_TIME);
    }

    private static String possessive(String name) {
        return name.endsWith("s") ? name + "'" : name + "'s";
    }

    private static String sentence(String words) {
        return words.matches("(?s).*[.?!:)\"]") ? words : words + ".";
    }
}
