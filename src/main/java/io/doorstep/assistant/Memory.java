package io.doorstep.assistant;

import io.doorstep.language.Question;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant keeps in mind of one conversation, beside the facts. Stored with the reply that it belongs to, so that a turn that is
 * taken again finds what it found before.
 *
 * @param lastQuestion what was asked last
 * @param asked how often each question was put
 * @param slots ids of the times that the last turn offered
 * @param listings ids of the homes that the last turn offered, in their order
 * @param seen ids of homes that were offered at any time
 * @param home the home that the lead wants to see
 * @param wantsVisit the lead asked for an appointment, so that the long list of questions is cut short
 * @param moving the lead wants another time for the appointment that stands
 * @param unclear how many of the last turns in a row could not be read
 */
record Memory(
        @Nullable Question lastQuestion,
        Map<Question, Integer> asked,
        List<String> slots,
        List<String> listings,
        List<String> seen,
        @Nullable String home,
        boolean wantsVisit,
        boolean moving,
        int unclear) {

    /** A question that was put twice in vain is left alone. */
    static final int TRIES = 2;

    static final Memory NONE = new Memory(null, Map.of(), List.of(), List.of(), List.of(), null, false, false, 0);

    @SuppressWarnings("NullAway") // notes of another release may lack some
    Memory {
        asked = asked == null ? Map.of() : Map.copyOf(asked);
        slots = slots == null ? List.of() : List.copyOf(slots);
        listings = listings == null ? List.of() : List.copyOf(listings);
        seen = seen == null ? List.of() : List.copyOf(seen);
    }

    int tries(Question question) {
        return asked.getOrDefault(question, 0);
    }

    boolean given(Question question) {
        return tries(question) >= TRIES;
    }

    Memory asking(Question question) {
        var kept = question == Question.ANYTHING_ELSE ? slots : List.<String>of();
        return new Memory(
                question,
                counting(question, tries(question) + 1),
                kept,
                List.of(),
                seen,
                home,
                wantsVisit,
                moving,
                unclear);
    }

    /** The lead has no answer to it, and said so. */
    Memory leaving(Question question) {
        return counted(counting(question, TRIES));
    }

    /** It was put, and what came was a click that answers something else: that was no try. */
    Memory retaking(Question question) {
        return counted(counting(question, Math.max(0, tries(question) - 1)));
    }

    private Map<Question, Integer> counting(Question question, int tries) {
        var counted = new EnumMap<Question, Integer>(Question.class);
        counted.putAll(asked);
        counted.put(question, tries);
        return counted;
    }

    private Memory counted(Map<Question, Integer> counted) {
        return new Memory(lastQuestion, counted, slots, listings, seen, home, wantsVisit, moving, unclear);
    }

    /** Times that were offered stay on the table while the talk rests. */
    Memory resting() {
        return new Memory(null, asked, slots, List.of(), seen, home, wantsVisit, moving, unclear);
    }

    Memory asksNothing() {
        return new Memory(null, asked, List.of(), List.of(), seen, home, wantsVisit, moving, unclear);
    }

    Memory offeringSlots(List<String> ids) {
        return new Memory(lastQuestion, asked, ids, listings, seen, home, wantsVisit, moving, unclear);
    }

    Memory offeringListings(List<String> ids) {
        var all = new ArrayList<>(seen);
        all.addAll(ids);
        var distinct = all.stream().distinct().toList();
        return new Memory(lastQuestion, asked, slots, ids, distinct, home, wantsVisit, moving, unclear);
    }

    /** The talk is about this home. */
    Memory about(String listingId) {
        return new Memory(lastQuestion, asked, slots, listings, seen, listingId, wantsVisit, moving, unclear);
    }

    Memory aboutNoHome() {
        return new Memory(lastQuestion, asked, List.of(), listings, seen, null, wantsVisit, moving, unclear);
    }

    Memory choosing(String listingId) {
        return about(listingId).wantingVisit();
    }

    Memory wantingVisit() {
        return new Memory(lastQuestion, asked, slots, listings, seen, home, true, moving, unclear);
    }

    Memory moving(boolean moving) {
        return new Memory(lastQuestion, asked, slots, listings, seen, home, wantsVisit, moving, unclear);
    }

    Memory reading(boolean clear) {
        return new Memory(
                lastQuestion, asked, slots, listings, seen, home, wantsVisit, moving, clear ? 0 : unclear + 1);
    }
}
