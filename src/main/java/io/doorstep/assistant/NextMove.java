package io.doorstep.assistant;

import static io.doorstep.language.Intent.ASKS_AGENCY;
import static io.doorstep.language.Intent.ASKS_IF_AUTOMATED;
import static io.doorstep.language.Intent.ASKS_PROCESS;
import static io.doorstep.language.Intent.BOOKING;
import static io.doorstep.language.Intent.CANCELLATION;
import static io.doorstep.language.Intent.CHANGE;
import static io.doorstep.language.Intent.ENQUIRY;
import static io.doorstep.language.Intent.FAIR_HOUSING;
import static io.doorstep.language.Intent.GOODBYE;
import static io.doorstep.language.Intent.GREETING;
import static io.doorstep.language.Intent.OFF_TOPIC;
import static io.doorstep.language.Intent.OPT_OUT;
import static io.doorstep.language.Intent.QUESTION;
import static io.doorstep.language.Intent.THANKS;

import io.doorstep.language.FactProposal;
import io.doorstep.language.Offer;
import io.doorstep.language.Question;
import io.doorstep.language.Speech;
import io.doorstep.question.Catalogue;
import io.doorstep.question.PlannedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what the assistant does next. Pure: the same situation gives the same plan. What a person has a right to comes first (to be left
 * alone, to talk to a person), then what they asked for, then the next question.
 */
final class NextMove {

    static final int LONGEST_READ = 4_000;

    private NextMove() {}

    static Plan decide(Situation now) {
        var said = now.said();
        if (said.any(OPT_OUT)) return alone(now, new Step.OptOut());
        var handOver = Trigger.of(now);
        if (handOver.isPresent()) return alone(now, handOver.get());
        var memory = remembering(now);
        var opening = opening(now);
        if (said.any(CANCELLATION) && now.hasAppointment()) return new Plan(opening, new Step.CallOff(), memory);
        var slot = now.chosenSlot();
        if (slot != null && !now.gone()) return new Plan(opening, new Step.Book(slot), memory);
        var leaves = said.any(GOODBYE) || said.denied() && memory.lastQuestion() == Question.ANYTHING_ELSE;
        if (leaves && !said.any(BOOKING)) return new Plan(opening, new Step.Close(), memory);
        if (now.hasAppointment() && !wantsOther(now, memory)) return afterBooking(now, opening, memory);
        return goOn(now, opening, memory);
    }

    private static Plan alone(Situation now, Step step) {
        return new Plan(
                now.opening() ? List.of(new Speech.Greeting()) : List.of(),
                step,
                now.memory().reading(true));
    }

    /** What the lead said about the offers and questions of the last turn. */
    private static Memory remembering(Situation now) {
        var said = now.said();
        var memory = now.memory().reading(!now.unclear());
        if (now.gone()) memory = memory.aboutNoHome();
        var home = said.home();
        if (home != null) {
            memory = asksOnly(said) ? memory.about(home.listingId()) : memory.choosing(home.listingId());
        }
        if (said.any(BOOKING) || (said.affirmed() && memory.lastQuestion() == Question.VISIT))
            memory = memory.wantingVisit();
        if (said.any(CHANGE) && now.hasAppointment()) memory = memory.moving(true);
        var asked = memory.lastQuestion();
        if (asked != null && said.clicked()) return memory.retaking(asked);
        return asked != null && Catalogue.asksForFact(asked) && leaves(asked, said) ? memory.leaving(asked) : memory;
    }

    /** Asking about a home is not choosing it. */
    private static boolean asksOnly(Situation.Said said) {
        return said.any(QUESTION) && !said.any(BOOKING) && !said.affirmed();
    }

    /** A plain no, or "any": the question has had its answer, though it is no fact. */
    private static boolean leaves(Question asked, Situation.Said said) {
        if (said.denied() && said.facts().isEmpty()) return true;
        var keys = said.facts().stream().map(fact -> fact.key()).collect(java.util.stream.Collectors.toSet());
        return Catalogue.answered(asked, keys);
    }

    private static List<Speech> opening(Situation now) {
        var said = now.said();
        var opening = new ArrayList<Speech>();
        if (now.opening()) opening.add(new Speech.Greeting());
        if (said.any(ASKS_IF_AUTOMATED) && !now.opening()) opening.add(new Speech.Greeting());
        if (now.back() != null) opening.add(now.back());
        if (said.clicked()) opening.add(new Speech.Noted());
        if (said.unreadable()) opening.add(new Speech.TooLong(LONGEST_READ));
        if (now.gone()) opening.add(new Speech.NoLongerOffered());
        if (said.any(FAIR_HOUSING)) opening.add(new Speech.FairHousingAnswer());
        if (!now.news().isEmpty()) opening.add(new Speech.Acknowledge(now.news()));
        var answer = now.answer();
        if (answer != null) {
            opening.add(answer.speech());
        } else if (leavesOpen(now)) {
            opening.add(new Speech.DontKnow());
        }
        return opening;
    }

    /** A question that nothing on record answers; talk about other things gets the next question and no promise. */
    private static boolean leavesOpen(Situation now) {
        var said = now.said();
        if (said.any(FAIR_HOUSING) || said.any(ASKS_IF_AUTOMATED) || now.chosenSlot() != null) return false;
        var wishes = Stream.of(ENQUIRY, BOOKING, CHANGE, CANCELLATION).anyMatch(said::any);
        var forTheAgency = said.any(ASKS_AGENCY) || said.any(ASKS_PROCESS);
        return said.any(QUESTION) && !said.any(OFF_TOPIC) && said.facts().isEmpty() && (forTheAgency || !wishes);
    }

    private static boolean wantsOther(Situation now, Memory memory) {
        return memory.moving() || (now.said().any(BOOKING) && now.said().home() != null);
    }

    private static Plan afterBooking(Situation now, List<Speech> opening, Memory memory) {
        var said = now.said();
        var done =
                said.any(THANKS) || said.denied() || memory.lastQuestion() == Question.ANYTHING_ELSE && said.nothing();
        var asks = now.answer() != null || leavesOpen(now) || !said.facts().isEmpty();
        return new Plan(
                opening, done && !asks ? new Step.Close() : new Step.Ask(Question.ANYTHING_ELSE, false), memory);
    }

    private static Plan goOn(Situation now, List<Speech> opening, Memory memory) {
        var homes = onTable(now, Offer.ListingOffer.class);
        if (saysYesOnly(now) && homes.size() > 1) return new Plan(opening, new Step.ShowHomes(homes, true), memory);
        if (showsHomes(now, memory)) return new Plan(opening, new Step.ShowHomes(now.homes(), false), memory);
        var next = nextQuestion(now, memory);
        if (next.isPresent()) return new Plan(opening, ask(next.get(), now, memory), memory);
        if (offeredInVain(now, memory)) return afterBooking(now, opening, memory);
        return new Plan(opening, new Step.OfferSlots(manner(now, memory)), memory);
    }

    private static Step.Manner manner(Situation now, Memory memory) {
        var slots = onTable(now, Offer.SlotOffer.class);
        if (saysYesOnly(now) && slots.size() > 1) return Step.Manner.WHICH;
        if (now.said().rejectedOffers() && !slots.isEmpty()) return Step.Manner.LATER;
        return isAgain(Question.VISIT_TIME, now, memory) ? Step.Manner.AGAIN : Step.Manner.FIRST;
    }

    /** Yes to what, where there is more than one thing on the table? */
    private static boolean saysYesOnly(Situation now) {
        var said = now.said();
        return said.affirmed()
                && said.home() == null
                && said.facts().stream().allMatch(FactProposal::fromContext)
                && !said.timeWords();
    }

    private static <T extends Offer> List<T> onTable(Situation now, Class<T> kind) {
        return now.offers().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Once as soon as enough is known, and others whenever the lead wants none of those. */
    private static boolean showsHomes(Situation now, Memory memory) {
        return now.track().looksForHome()
                && memory.home() == null
                && !now.homes().isEmpty()
                && (memory.seen().isEmpty()
                        || now.gone()
                        || (now.said().rejectedOffers() && memory.slots().isEmpty()))
                && now.plan().searchable(now.known(), memory::given);
    }

    /** Times were offered often enough, and the lead says nothing about times. */
    private static boolean offeredInVain(Situation now, Memory memory) {
        var said = now.said();
        return memory.given(Question.VISIT_TIME)
                && !memory.moving()
                && !said.any(BOOKING)
                && !said.rejectedOffers()
                && !said.timeWords()
                && said.facts().isEmpty();
    }

    /** In the agency's order, skipping what is known or was asked in vain; at last, whether a number that came unasked may be used. */
    private static Optional<Question> nextQuestion(Situation now, Memory memory) {
        if (memory.moving()) return Optional.empty();
        var open = now.consentOpen() && memory.tries(Question.CONTACT) == 0 && memory.tries(Question.CONSENT) == 0;
        return now.plan()
                .next(now.known(), memory::given, memory.wantsVisit())
                .map(PlannedQuestion::question)
                .or(() -> open ? Optional.of(Question.CONSENT) : Optional.empty());
    }

    private static Step.Ask ask(Question question, Situation now, Memory memory) {
        return new Step.Ask(question, isAgain(question, now, memory));
    }

    /** It was put before, and what came back says nothing that could be read or answered. */
    private static boolean isAgain(Question question, Situation now, Memory memory) {
        var said = now.said();
        var handled = said.any(FAIR_HOUSING)
                || said.any(GREETING)
                || said.clicked()
                || now.answer() != null
                || leavesOpen(now);
        return memory.tries(question) > 0 && said.nothing() && !handled;
    }
}
