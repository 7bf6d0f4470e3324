package io.doorstep.language;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of the offered homes or times the lead took: by name, by order ("the second"), by time ("10:30 works"), or by
 * a plain yes when only one was on the table. Offers that came as typed values win over names read from the
 * assistant's words.
 */
final class Acceptance {

    private static final int LOOK_BACK = 24;

    private static final List<Pattern> ORDINALS = List.of(
            Pattern.compile(
                    "\\b(?:first|1st|former|option (?:1|one)|number (?:1|one)|#1|primera?)\\b(?! (?:time|floor|of"
                            + "|home|house))"),
            Pattern.compile(
                    "\\b(?:second|2nd|option (?:2|two)|number (?:2|two)|#2|segunda?)\\b(?! (?:time|floor|of|home))"),
            Pattern.compile(
                    "\\b(?:third|3rd|option (?:3|three)|number (?:3|three)|#3|tercera?)\\b(?! (?:time|floor|of))"),
            Pattern.compile("\\b(?:fourth|4th|option (?:4|four)|number (?:4|four)|#4)\\b(?! (?:time|floor|of))"));

    private static final Pattern LAST =
            Pattern.compile("\\b(?:last|latter|latest) (?:one|option|time|slot)\\b|\\bthe (?:last|latter)\\b");

    private final Reading reading;
    private final Polarity polarity;

    Acceptance(Reading reading, Polarity polarity) {
        this.reading = reading;
        this.polarity = polarity;
    }

    @Nullable
    Offer offer() {
        var offers = reading.context.lastOffers();
        if (offers.isEmpty()) return null;
        var picked = byName(offers);
        if (picked == null) picked = byTime(offers);
        if (picked == null) picked = byOrder(offers);
        if (picked == null && offers.size() == 1 && willing()) picked = offers.getFirst();
        if (picked != null) note(picked);
        return picked;
    }

    private boolean willing() {
        return !polarity.denies()
                && !polarity.seeksOthers()
                && (polarity.affirms() || polarity.likes() || polarity.books());
    }

    private @Nullable Offer byName(List<Offer> offers) {
        if (polarity.denies() || asksOnly()) return null;
        for (var offer : offers) {
            if (!(offer instanceof Offer.ListingOffer)) continue;
            if (Listings.mention(reading.folded, offer.label()) != null) return offer;
        }
        return null;
    }

    private boolean asksOnly() {
        return !polarity.books()
                && !polarity.likes()
                && !polarity.affirms()
                && reading.sentences.stream().allMatch(Sentence::asksAboutAHome);
    }

    /** The one slot that the said day and hour fit; two that fit are no choice. */
    private @Nullable Offer byTime(List<Offer> offers) {
        if (polarity.denies() && polarity.seeksOthers()) return null;
        var days = Dates.in(reading.text, reading.context.today());
        var times = Times.in(reading.text);
        if (days.isEmpty() && times.isEmpty()) return null;
        Offer fitting = null;
        for (var offer : offers) {
            if (!(offer instanceof Offer.SlotOffer slot) || !fits(slot, days, times)) continue;
            if (fitting != null) return null;
            fitting = offer;
        }
        return fitting;
    }

    private boolean fits(Offer.SlotOffer slot, List<DatePhrase> days, List<DatePhrase> times) {
        var start = slot.start().withZoneSameInstant(reading.context.zone());
        boolean day = days.isEmpty()
                || days.stream()
                        .anyMatch(said -> start.toLocalDate().equals(said.date())
                                || said.date() == null && start.getDayOfWeek() == said.day());
        boolean time = times.isEmpty()
                || times.stream().anyMatch(said -> start.toLocalTime().equals(said.time()));
        return day && time;
    }

    private @Nullable Offer byOrder(List<Offer> offers) {
        if (LAST.matcher(reading.folded).find()) return offers.getLast();
        for (int at = 0; at < Math.min(ORDINALS.size(), offers.size()); at++) {
            if (ORDINALS.get(at).matcher(reading.folded).find()) return offers.get(at);
        }
        return null;
    }

    private void note(Offer offer) {
        int[] span = wholeOfFirstSentence();
        switch (offer) {
            case Offer.ListingOffer listing ->
                reading.infer(
                        "listingRef",
                        Vocabulary.ordered("name", listing.label(), "id", listing.listingId()),
                        listing.label(),
                        span[0],
                        span[1],
                        0.9);
            case Offer.SlotOffer slot ->
                VisitPreference.at(slot.start().withZoneSameInstant(reading.context.zone()), slot.label())
                        .inferFrom(reading, span[0], span[1], 0.9);
        }
    }

    /** A home that the assistant's words put forward, when the lead likes it or wants to see it. */
    void listingFromWords() {
        var named = Listings.namedBy(reading);
        if (named != null
                && (!asksOnly() || reading.heard.asked(Question.LISTING) || reading.has(VisitPreference.KEY))) {
            reading.note("listingRef", Map.of("name", named.name()), named.name(), named.start(), named.end(), 0.9);
            return;
        }
        if (!likesAHome() && !polarity.books() || reading.has("listingRef") || polarity.seeksOthers() || !takes())
            return;
        var name = Listings.lastOffered(reading.context.history(), LOOK_BACK);
        if (name == null || name.equalsIgnoreCase(knownListing())) return;
        int[] span = wholeOfFirstSentence();
        reading.infer("listingRef", Map.of("name", name), name, span[0], span[1], 0.8);
    }

    /** "Sounds good. When am I free?" likes the home and turns to the calendar. */
    private boolean likesAHome() {
        if (reading.aboutHomes()) return true;
        var sentence =
                reading.sentences.isEmpty() ? "" : reading.sentences.getFirst().folded();
        var first = sentence.split(",", 2)[0];
        return Topic.of(first, reading.context.history()) == Topic.HOMES;
    }

    private boolean takes() {
        if (asksForWishes()) return false;
        if (searchesAnew() && !polarity.books()) return false;
        if (polarity.books()) return true;
        if (polarity.denies()) return false;
        if (polarity.likes()) return true;
        return polarity.affirms() && !reading.sentences.stream().anyMatch(Sentence::isQuestion);
    }

    /** A question in the same breath as an offer ("How about City Hall Lofts?") asks about the offer. */
    private boolean asksForWishes() {
        return reading.heard.asked(Question.AREA, Question.BEDS, Question.BATHS, Question.INTENT)
                && HomeNames.in(reading.heard.text()) == null;
    }

    private boolean searchesAnew() {
        return reading.has("beds") || reading.has("baths") || reading.has("areas");
    }

    private String knownListing() {
        var known = reading.context.known().get("listingRef");
        return known != null && known.value() instanceof Map<?, ?> map && map.get("name") instanceof String name
                ? name
                : "";
    }

    private int[] wholeOfFirstSentence() {
        if (reading.sentences.isEmpty()) return new int[] {0, reading.text.length()};
        var sentence = reading.sentences.getFirst();
        int start = sentence.start();
        int end = sentence.end();
        while (start < end && reading.folded.charAt(start) <= ' ') start++;
        while (end > start && reading.folded.charAt(end - 1) <= ' ') end--;
        return new int[] {start, end};
    }
}
