package io.doorstep.language;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When the lead wants to come: said outright, taken over from what the assistant proposed, or "that day" of the talk before. */
final class Visits {

    private static final Pattern VISIT = Pattern.compile(
            "\\b(?:visit\\w*|viewings?|view|tour\\w*|showing|see|look at|check (?:it|this|that) out|appointment|schedul\\w+|book\\w*|come (?:by|over|in)|stop by|drop by"
                    + "|go (?:there|see|look|to)|meet|walk through|take a look|inspect|swing by|be there|come|check out)\\b");

    private static final Pattern VISIT_SURELY = Pattern.compile(
            "\\b(?:visit|viewing|tour|showing|(?:see|view|look at) (?:it|the (?:apartment|place|house|home|property|condo|unit)))\\b");

    private static final Pattern NOT_THEN = Pattern.compile(
            "\\b(?:except|besides|but not|not|can't (?:do|make|come|on)|cannot|won't work|doesn't work|busy|unavailable|instead of|other than|born|since|from)(?: \\w+){0,2} ?$|\\b(?:need|all|everything|done|that'?s it)(?: for)? $"
                    + "|\\b(?:i|we)(?:'ve| have| had)(?: got)?(?: \\w+){0,1} (?:an? |my |another |to (?!look|see|visit|view|come)|some )[^.?!,]{0,40}$|\\b(?:wedding|interview|birthday|party)\\b[^.?!,]{0,12}$");

    private static final Pattern OTHER_PLANS = Pattern.compile(
            "^[^.?!]{0,12}\\b(?:i have|i've got|is taken|doesn't work|won't work|isn't good|is no good|is bad|i'm busy|i am busy|i can't|there's a|is not)\\b");

    private static final Pattern MOVING = Pattern.compile(
            "\\b(?:mov(?:e|ing)(?: in)?|lease (?:ends|is up|starts|expires)|available from|start(?:ing|s)?|close|closing|settled)\\b[^.?!]{0,24}$");

    /** What is booked is no longer a proposal. */
    private static final Pattern BOOKED = Pattern.compile(
            "\\b(?:(?:is|been|successfull?y|now|i've|i have) (?:now |been |successfull?y )?(?:scheduled|booked|reserved|confirmed|set)|visit confirmed)\\b");

    private static final Pattern CALENDAR =
            Pattern.compile("\\b(?:free|calendar|available|availability|slots?|you have|open)\\b");

    private static final Pattern PROPOSES = Pattern.compile(
            "\\b(?:available|we can do|can do|set for|booked|scheduled|opening|slot|how about|works?|only time|free at)\\b");

    private static final Pattern CHANGES = Pattern.compile(
            "\\b(?:chang\\w+|reschedul\\w+|move (?:it|the|my)|instead|another|different|cancel|make it|switch|earlier|later|rather|postpone|can we|could we)\\b");

    private static final Pattern THAT_DAY =
            Pattern.compile("\\b(?:that (?:day|date|time)|then|the same (?:day|date)|on that)\\b");

    private static final Pattern ASKS_OWN_CALENDAR = Pattern.compile(
            "\\b(?:(?:am i|if i'm|if i am|whether i am|whether i'm) (?:free|available)|i am free|i'm free (?:on )?.*\\?|(?<!change )my (?:schedule|calendar|availability|free time)|do i have|free time|when am i|available (?:time|slot)|time (?:am|do) i)\\b");

    private final Reading reading;
    private final Polarity polarity;

    Visits(Reading reading, Polarity polarity) {
        this.reading = reading;
        this.polarity = polarity;
    }

    void read() {
        if (reading.has(VisitPreference.KEY)) return;
        var known = VisitPreference.known(reading.context);
        var day = lastMeant(Dates.in(reading.text, reading.context.today()));
        var time = lastMeant(Times.in(reading.text));
        if (day != null || time != null) {
            var one = day != null ? day : requireNonNull(time);
            var other = time != null ? time : one;
            int start = Math.min(one.start(), other.start());
            int end = Math.max(one.end(), other.end());
            if (proposalStands(day)) {
                var proposed = proposed(known);
                if (proposed != null) known = proposed;
            }
            VisitPreference.of(day, time, known).noteFrom(reading, start, end, 0.9);
            return;
        }
        if (polarity.affirms()
                || (polarity.likes() || polarity.books() && polarity.pointsAtIt()) && !polarity.seeksOthers()) {
            adoptProposal(known);
        }
        if (!reading.has(VisitPreference.KEY) && known == null && reading.aboutHomes() && polarity.books())
            adoptThatDay();
    }

    /** "At 3 then" keeps the day that the assistant had just proposed. */
    private boolean proposalStands(@Nullable DatePhrase day) {
        return day == null && reading.aboutHomes() && (polarity.affirms() || polarity.likes());
    }

    private @Nullable DatePhrase lastMeant(List<DatePhrase> phrases) {
        for (int at = phrases.size() - 1; at >= 0; at--) if (meant(phrases.get(at))) return phrases.get(at);
        return null;
    }

    private boolean meant(DatePhrase phrase) {
        var sentence = reading.sentenceAt(phrase.start());
        var before = reading.before(phrase.start());
        var after = reading.after(phrase.end());
        if (sentence.holds(ASKS_OWN_CALENDAR) || Topic.of(sentence.folded()) == Topic.ELSEWHERE) return false;
        if (NOT_THEN.matcher(before).find()
                || OTHER_PLANS.matcher(after).find()
                || MOVING.matcher(before).find()) return false;
        if (isBooked() && !CHANGES.matcher(reading.folded).find()) return false;
        if (sentence.holds(VISIT_SURELY)) return true;
        if (!reading.aboutHomes()) return false;
        if (sentence.holds(VISIT)) return true;
        if (reading.heard.asked(Question.TIMELINE, Question.MOVE_IN)
                && !reading.heard.asked(Question.VISIT, Question.VISIT_TIME)) return false;
        boolean slots = reading.context.lastOffers().stream().anyMatch(Offer.SlotOffer.class::isInstance);
        boolean visitAsked = reading.heard.asked(Question.VISIT, Question.VISIT_TIME) || heardProposes();
        return slots
                || visitAsked
                || reading.context.known().containsKey(VisitPreference.KEY) && reading.isShort()
                || !phrase.words().equalsIgnoreCase("today")
                        && VISIT.matcher(reading.folded).find();
    }

    /** What is booked stands, until the lead says that it must change. */
    private boolean isBooked() {
        if (!reading.context.known().containsKey(VisitPreference.KEY)) return false;
        var history = reading.context.history();
        for (int at = history.size() - 1; at >= Math.max(0, history.size() - 30); at--) {
            if (history.get(at).speaker() == Speaker.LEAD) continue;
            var folded = Fold.of(history.get(at).text());
            if (BOOKED.matcher(folded).find() && !folded.contains("?") && Topic.of(folded) != Topic.ELSEWHERE)
                return true;
        }
        return false;
    }

    private boolean heardProposes() {
        return VISIT.matcher(reading.heard.folded()).find()
                && !BOOKED.matcher(reading.heard.folded()).find();
    }

    private void adoptProposal(@Nullable VisitPreference known) {
        if (!reading.aboutHomes() || !reading.heard.asked(Question.CONFIRM, Question.VISIT, Question.VISIT_TIME))
            return;
        if (Topic.of(reading.heard.folded()) == Topic.ELSEWHERE) return;
        var proposed = proposed(known);
        if (proposed == null || proposed.equals(known)) return;
        int end = reading.sentences.getFirst().end();
        int start = reading.sentences.getFirst().start();
        proposed.inferFrom(reading, start, end, 0.85);
    }

    private @Nullable VisitPreference proposed(@Nullable VisitPreference known) {
        var days = Dates.in(reading.heard.text(), reading.context.today()).stream()
                .filter(day -> !NOT_THEN.matcher(
                                reading.heard.folded().substring(Math.max(0, day.start() - 80), day.start()))
                        .find())
                .toList();
        var times = Times.in(reading.heard.text());
        if (days.isEmpty() && times.isEmpty()) return null;
        return VisitPreference.of(
                days.isEmpty() ? null : days.getLast(), times.isEmpty() ? null : times.getLast(), known);
    }

    /** "Schedule a visit for that day", after the talk had turned to a day. */
    private void adoptThatDay() {
        var said = THAT_DAY.matcher(reading.folded);
        boolean pointsBack = said.find();
        var history = reading.context.history();
        for (int at = history.size() - 1; at >= Math.max(0, history.size() - 8); at--) {
            var turn = history.get(at);
            var folded = Fold.of(turn.text());
            boolean calendar = ASKS_OWN_CALENDAR.matcher(folded).find()
                    || CALENDAR.matcher(folded).find();
            if (!pointsBack && !calendar) continue;
            var days = Dates.in(turn.text(), reading.context.today());
            if (days.isEmpty()) continue;
            var sentence = reading.sentences.getLast();
            VisitPreference.of(days.getFirst(), null, null).inferFrom(reading, sentence.start(), sentence.end(), 0.7);
            return;
        }
    }
}
