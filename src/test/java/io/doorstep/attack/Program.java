package io.doorstep.attack;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What people of several agencies do, one after the other. Things are named by their place in an agency's own list, so that it can be played anywhere. */
final class Program {

    /** @param which of the agency's things of that kind it is about, modulo their number */
    record Step(int agency, Deed deed, int which, int what) {}

    enum Deed {
        ENTER_LEAD,
        CHAT,
        CHAT_ON,
        FORM,
        MOVE,
        NEXT_ACTION,
        BOOK,
        RESCHEDULE,
        CANCEL,
        GRADE,
        FACT,
        ANSWER,
        ARTICLE,
        SETTINGS,
        LISTINGS,
        LEAD_LIST,
        SEARCH,
        BOARD,
        INBOX,
        ANALYTICS,
        LEAD,
        TIMELINE,
        CONVERSATION,
        CALENDAR,
        KNOWLEDGE,
        TRY_KNOWLEDGE,
        LISTING_LIST,
        SETTINGS_READ,
        TEAM,
        WIDGET
    }

    private Program() {}

    static List<Step> of(RandomGenerator random, int agencies, int steps) {
        var deeds = Deed.values();
        return IntStream.range(0, steps)
                .mapToObj(at -> {
                    // everybody begins with a lead and a visitor
                    var deed = at < agencies
                            ? Deed.ENTER_LEAD
                            : at < 2 * agencies ? Deed.CHAT : deeds[random.nextInt(deeds.length)];
                    return new Step(
                            at < 2 * agencies ? at % agencies : random.nextInt(agencies),
                            deed,
                            random.nextInt(100),
                            random.nextInt(1_000));
                })
                .toList();
    }
}
