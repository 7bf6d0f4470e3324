package io.doorstep.assistant;

import io.doorstep.conversation.AnswerSource;
import io.doorstep.knowledge.Knowledge;
import io.doorstep.language.Intent;
import io.doorstep.language.Speech;
import io.doorstep.listing.Listing;
import io.doorstep.listing.ListingFacts;
import io.doorstep.listing.Listings;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks for the answer to a question: in the record of the home that the talk is about, then in the agency's articles. What stands in neither
 * is not known, and a person is asked.
 */
@Component
class FindAnswer {

    private final Listings listings;
    private final Knowledge knowledge;

    FindAnswer(Listings listings, Knowledge knowledge) {
        this.listings = listings;
        this.knowledge = knowledge;
    }

    /** @param named the home that these messages name */
    @Nullable
    Answer to(Heard heard, Memory memory, Optional<Listing> named) {
        if (!heard.said().any(Intent.QUESTION) || isAnsweredElsewhere(heard.said())) return null;
        var words = heard.words();
        var aboutOneHome = !ListingFacts.searches(words);
        return named.or(() -> inFocus(memory))
                .filter(_ -> aboutOneHome)
                .flatMap(home -> fromListing(home, heard))
                .or(() -> fromArticle(heard))
                .orElseGet(() -> aboutOneHome && ListingFacts.asked(words) ? Answer.NOT_KNOWN : null);
    }

    /** Fair housing has its own answer, and "can I see it on Saturday?" gets times; how a viewing goes is a question all the same. */
    private static boolean isAnsweredElsewhere(Situation.Said said) {
        if (said.any(Intent.FAIR_HOUSING)) return true;
        return !said.any(Intent.ASKS_PROCESS)
                && Stream.of(Intent.BOOKING, Intent.CHANGE, Intent.CANCELLATION).anyMatch(said::any);
    }

    private Optional<Listing> inFocus(Memory memory) {
        var only = memory.listings().size() == 1 ? memory.listings().getFirst() : null;
        return Optional.ofNullable(memory.home() == null ? only : memory.home())
                .flatMap(id -> listings.find(UUID.fromString(id)));
    }

    private static Optional<Answer> fromListing(Listing home, Heard heard) {
        return ListingFacts.answer(home, heard.words(), heard.language().tag())
                .map(answer -> new Answer(
                        new Speech.AnswerListing(home.name(), answer),
                        new AnswerSource(AnswerSource.Kind.LISTING, home.id(), home.name())));
    }

    private Optional<Answer> fromArticle(Heard heard) {
        if (heard.said().any(Intent.OFF_TOPIC)) return Optional.empty();
        return knowledge
                .answer(heard.words(), heard.language().tag())
                .map(found -> new Answer(
                        new Speech.AnswerKnowledge(found.title(), found.text()),
                        new AnswerSource(AnswerSource.Kind.ARTICLE, found.articleId(), found.title())));
    }
}
