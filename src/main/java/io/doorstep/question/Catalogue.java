package io.doorstep.question;

import static io.doorstep.question.Track.BUY;
import static io.doorstep.question.Track.LET;
import static io.doorstep.question.Track.RENT;
import static io.doorstep.question.Track.SELL;

import io.doorstep.language.Question;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every question that can be planned, with the facts that answer it. What is not here can't be asked: there is nothing about a protected
 * trait, and adding a question takes a reviewed line. The intent is not planned: it always comes first, for the lists hang on it.
 */
public final class Catalogue {

    /**
     * @param label for people of the agency
     * @param tracks the kinds of leads it makes sense for
     * @param answeredBy keys of facts, any of which answers it; one that ends with a dot stands for a family
     */
    record Entry(Question question, String label, Set<Track> tracks, List<String> answeredBy) {}

    private static final Set<Track> SEEKS = Set.of(BUY, RENT);
    private static final Set<Track> OFFERS = Set.of(SELL, LET);
    private static final Set<Track> ALL = Set.of(Track.values());

    /** The home that was asked about has an area, a price and bedrooms. */
    private static final List<Entry> ENTRIES = List.of(
            entry(Question.INTENT, "Buy, sell or rent", Set.of(), "intent"),
            entry(Question.AREA, "Area", SEEKS, "areas", "listingRef"),
            entry(Question.PRICE, "Price", SEEKS, "price", "listingRef"),
            entry(Question.BEDS, "Beds", SEEKS, "beds", "listingRef"),
            entry(Question.BATHS, "Baths", SEEKS, "baths"),
            entry(Question.PROPERTY_TYPE, "Type of home", SEEKS, "propertyType"),
            entry(Question.MUST_HAVES, "Must-haves", SEEKS, "mustHaves."),
            entry(Question.PROPERTY_ADDRESS, "Address of the home", OFFERS, "propertyAddress", "areas"),
            entry(Question.PRICE_EXPECTATION, "Price expected", OFFERS, "priceExpectation", "price"),
            entry(Question.MOTIVATION, "Reason", Set.of(BUY, SELL), "motivation"),
            entry(Question.TIMELINE, "Move by", Set.of(BUY, SELL, LET), "timeline"),
            entry(Question.MOVE_IN, "Move in", Set.of(RENT), "timeline"),
            entry(Question.REPRESENTED, "Agent already", Set.of(BUY, SELL), "representedByAgent"),
            entry(Question.FINANCING, "Financing", Set.of(BUY), "financing"),
            entry(Question.CURRENT_HOME, "Home to sell first", Set.of(BUY), "currentHome"),
            entry(Question.PETS, "Pets", Set.of(RENT), "mustHaves.pets"),
            entry(Question.NAME, "Name", ALL, "contact.name"),
            entry(Question.CONTACT, "Phone or e-mail", ALL, "contact.phone", "contact.email"));

    private static final Map<Question, Entry> BY_QUESTION =
            ENTRIES.stream().collect(Collectors.toMap(Entry::question, Function.identity()));

    private Catalogue() {}

    private static Entry entry(Question question, String label, Set<Track> tracks, String... answeredBy) {
        return new Entry(question, label, tracks, List.of(answeredBy));
    }

    static Optional<Entry> find(Question question) {
        return Optional.ofNullable(BY_QUESTION.get(question));
    }

    static String label(Question question) {
        return find(question).map(Entry::label).orElseGet(question::name);
    }

    static List<Question> of(Track track) {
        return ENTRIES.stream()
                .filter(entry -> entry.tracks().contains(track))
                .map(Entry::question)
                .toList();
    }

    static boolean isFactKey(String key) {
        return ENTRIES.stream()
                .flatMap(entry -> entry.answeredBy().stream())
                .anyMatch(known -> known.endsWith(".") ? key.startsWith(known) : key.equals(known));
    }

    /** Whether the question is about the lead's wishes or situation, and so answered by a fact. */
    public static boolean asksForFact(Question question) {
        return question != Question.NAME && question != Question.CONTACT && BY_QUESTION.containsKey(question);
    }

    /** Whether facts with these keys answer the question. */
    public static boolean answered(Question question, Collection<String> keys) {
        var known = new Known(keys.stream().distinct().collect(Collectors.toMap(key -> key, key -> key)), false, false);
        return find(question).filter(entry -> known.any(entry.answeredBy())).isPresent();
    }

    static boolean answered(Question question, Known known) {
        return switch (question) {
            case NAME -> known.named();
            case CONTACT -> known.reachable();
            default ->
                find(question).filter(entry -> known.any(entry.answeredBy())).isPresent();
        };
    }
}
