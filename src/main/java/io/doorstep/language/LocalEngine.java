package io.doorstep.language;

import org.jspecify.annotations.Nullable;

/**
 * The built-in engine: patterns of general English, no network, no state. The default, and the fallback of every other
 * engine.
 */
public final class LocalEngine implements LanguageEngine {

    @Override
    public Understanding understand(String text, DialogueContext context) {
        var reading = new Reading(text, context);
        var polarity = Polarity.of(reading.folded);
        var accepted = new Acceptance(reading, polarity).offer();
        read(reading, polarity);
        new Acceptance(reading, polarity).listingFromWords();
        return understood(reading, polarity, accepted).groundedIn(text);
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

    private static Understanding understood(Reading reading, Polarity polarity, @Nullable Offer accepted) {
        boolean rejected = accepted == null
                && (polarity.seeksOthers()
                        || polarity.denies() && !reading.context.lastOffers().isEmpty());
        return new Understanding(
                java.util.List.copyOf(reading.facts()),
                Intents.of(reading, polarity),
                accepted,
                rejected,
                polarity.affirms(),
                polarity.denies(),
                Languages.of(reading.tokens));
    }

    @Override
    public String phrase(Speech speech, Voice voice) {
        return Phrasing.of(speech, voice);
    }
}
