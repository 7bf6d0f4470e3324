package io.doorstep.language;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dialogue in a test: what was said, asked, offered and known, and then what the lead says. */
final class Talk {

    static final LocalDate TODAY = LocalDate.of(2026, 5, 13);
    static final ZoneId AUSTIN = ZoneId.of("America/Chicago");

    private final LanguageEngine engine = new LocalEngine();
    private final List<DialogueContext.Turn> history = new ArrayList<>();
    private final Map<String, FactProposal> known = new LinkedHashMap<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<String> areas = new ArrayList<>();
    private final List<String> listings = new ArrayList<>();
    private @Nullable Question question;

    static Understanding of(String text) {
        return new Talk().lead(text);
    }

    static Talk after(String assistant) {
        return new Talk().assistant(assistant);
    }

    Talk assistant(String text) {
        history.add(new DialogueContext.Turn(Speaker.ASSISTANT, text));
        return this;
    }

    Talk asking(Question asked) {
        question = asked;
        return this;
    }

    Talk offering(Offer... put) {
        offers.addAll(List.of(put));
        return this;
    }

    Talk in(String... names) {
        areas.addAll(List.of(names));
        return this;
    }

    Talk listing(String... names) {
        listings.addAll(List.of(names));
        return this;
    }

    /** The lead's words are understood, then belong to the dialogue. */
    Understanding lead(String text) {
        var context = new DialogueContext(history, question, offers, known, TODAY, AUSTIN, "USD", areas, listings);
        var understanding = engine.understand(text, context);
        history.add(new DialogueContext.Turn(Speaker.LEAD, text));
        understanding.facts().forEach(fact -> known.put(fact.key(), fact));
        question = null;
        offers.clear();
        return understanding;
    }

    Talk said(String text) {
        lead(text);
        return this;
    }

    static @Nullable Object value(Understanding understanding, String key) {
        return understanding.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .map(FactProposal::value)
                .findFirst()
                .orElse(null);
    }

    /** The value of {@code key} in a first message. */
    static @Nullable Object value(String text, String key) {
        return value(of(text), key);
    }
}
