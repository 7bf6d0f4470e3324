package io.doorstep.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The built-in engine: patterns of general English, no network, no state. Spanish is read by the same patterns through
 * a gloss. The default, and the fallback of every other engine.
 */
public final class LocalEngine implements LanguageEngine {

    /** Heard, and not said in so many words. */
    private static final double HEARD = 0.55;

    @Override
    public Understanding understand(String text, DialogueContext context) {
        var tokens = Token.of(Reading.clip(text));
        var language = Languages.of(tokens, text, context);
        if (language != Language.SPANISH)
            return spoken(inEnglish(text, text, context, language), tokens, context)
                    .groundedIn(text);
        var spanish = InSpanish.of(text, context);
        var read = inEnglish(text, spanish.gloss().text(), spanish.context(), language);
        var facts = read.facts().stream().map(spanish::back).toList();
        return spoken(withFacts(read, facts, language), tokens, context).groundedIn(text);
    }

    private static Understanding inEnglish(String message, String text, DialogueContext context, Language language) {
        var reading = new Reading(message, text, context);
        var polarity = Polarity.of(reading.folded);
        var accepted = new Acceptance(reading, polarity).offer();
        read(reading, polarity);
        new Acceptance(reading, polarity).listingFromWords();
        return understood(reading, polarity, accepted, language);
    }

    /** The order matters: later readers lean on what earlier ones noted. */
    private static void read(Reading reading, Polarity polarity) {
        Contacts.read(reading);
        Counts.read(reading);
        Places.read(reading);
        MustHaves.read(reading, polarity);
        Timelines.read(reading);
        Financing.read(reading, polarity);
        Circumstances.read(reading, polarity);
        Purposes.read(reading);
        Money.read(reading);
        Purposes.read(reading);
        HomeKinds.read(reading);
        Addresses.read(reading);
        OwnersHome.read(reading);
        Motivations.read(reading, polarity);
        new Visits(reading, polarity).read();
    }

    private static Understanding understood(
            Reading reading, Polarity polarity, @Nullable Offer accepted, Language language) {
        boolean rejected = accepted == null
                && (polarity.seeksOthers()
                        || polarity.denies() && !reading.context.lastOffers().isEmpty());
        return new Understanding(
                List.copyOf(reading.facts()),
                Intents.of(reading, polarity),
                accepted,
                rejected,
                polarity.affirms(),
                polarity.denies(),
                language);
    }

    /** The language that the lead asked for, else the one they write; a change of it is a fact. */
    private static Understanding spoken(Understanding read, List<Token> tokens, DialogueContext context) {
        var known = context.known().get(Languages.KEY);
        for (var fact : read.facts())
            if (fact.key().equals(Languages.KEY)) return withFacts(read, read.facts(), Languages.named(fact));
        if (known != null && known.confidence() >= Languages.STATED)
            return withFacts(read, read.facts(), Languages.named(known));
        if (read.language() == Languages.named(known) || tokens.isEmpty()) return read;
        var evidence = read.language() == Language.SPANISH ? Languages.evidence(tokens) : tokens.getFirst();
        if (evidence == null || read.language() == Language.OTHER) return read;
        var facts = new ArrayList<>(read.facts());
        facts.add(new FactProposal(
                Languages.KEY,
                read.language().tag(),
                read.language() == Language.SPANISH ? "spanish" : "english",
                evidence.word(),
                evidence.start(),
                evidence.end(),
                HEARD,
                true));
        return withFacts(read, facts, read.language());
    }

    private static Understanding withFacts(Understanding read, List<FactProposal> facts, Language language) {
        return new Understanding(
                facts,
                read.intents(),
                read.accepted(),
                read.rejectedOffers(),
                read.affirmed(),
                read.denied(),
                language);
    }

    @Override
    public String phrase(Speech speech, Voice voice) {
        return switch (voice.language()) {
            case SPANISH -> SpanishPhrasing.of(speech, voice);
            case ENGLISH, OTHER -> Phrasing.of(speech, voice);
        };
    }
}
