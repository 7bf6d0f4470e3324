package io.doorstep.language;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When the lead wants to come: said outright, taken over from what the assistant proposed, or "that day" of the talk
 * before.
 */
final class Visits {

    private static final Pattern THAT_DAY =
            Pattern.compile("\\b(?:that (?:day|date|time)|then|the same (?:day|date)|on that)\\b");

    private static final Pattern DAY_AND_HOUR = Pattern.compile("\\b" + Vocabulary.WEEKDAY
            + "s?,? (?:at |around |by |@ ?|for |about )?\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m?\\b|\\d ?[ap]\\.?m\\.? (?:on |this |next )?"
            + Vocabulary.WEEKDAY + "\\b");

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
            note(day, time, known);
        } else if (takesProposal()) {
            adoptProposal(known);
        }
        if (!reading.has(VisitPreference.KEY) && known == null && reading.aboutHomes() && polarity.books()) {
            adoptThatDay();
        }
    }

    private void note(@Nullable DatePhrase day, @Nullable DatePhrase time, @Nullable VisitPreference known) {
        var one = day != null ? day : requireNonNull(time);
        var other = time != null ? time : one;
        // "at 3 then" keeps the day that the assistant had just proposed
        boolean keepsDay = day == null && reading.aboutHomes() && (polarity.affirms() || polarity.likes());
        var proposed = keepsDay ? proposed(reading.heard.text(), known) : null;
        VisitPreference.of(day, time, proposed != null ? proposed : known)
                .noteFrom(reading, Math.min(one.start(), other.start()), Math.max(one.end(), other.end()), 0.9);
    }

    private @Nullable DatePhrase lastMeant(List<DatePhrase> phrases) {
        for (int at = phrases.size() - 1; at >= 0; at--) if (meant(phrases.get(at))) return phrases.get(at);
        return null;
    }

    private boolean meant(DatePhrase phrase) {
        var sentence = reading.sentenceAt(phrase.start());
        if (VisitWords.asksOwnCalendar(sentence) || Topic.of(sentence.folded()) == Topic.ELSEWHERE) return false;
        if (!VisitWords.comes(reading.before(phrase.start()), reading.after(phrase.end()))) return false;
        if (isBooked() && !VisitWords.changes(reading.folded)) return false;
        if (sentence.holds(VisitWords.VISIT_SURELY)) return true;
        if (!reading.aboutHomes(phrase.start())) return false;
        if (sentence.holds(VisitWords.VISIT)) return true;
        boolean known = reading.context.known().containsKey(VisitPreference.KEY);
        if (known && VisitWords.changes(sentence.folded()) || setsBoth() && inTalkOfVisits()) return true;
        boolean visitAsked = reading.heard.asked(Question.VISIT, Question.VISIT_TIME);
        if (!visitAsked && reading.heard.asked(Question.TIMELINE, Question.MOVE_IN)) return false;
        return visitAsked
                || heardProposes()
                || slotsWereOffered()
                || known && reading.isShort()
                || !phrase.words().equalsIgnoreCase("today")
                        && VisitWords.VISIT.matcher(reading.folded).find();
    }

    /** A day and an hour side by side are an appointment, once visits are what is talked about. */
    private boolean setsBoth() {
        return DAY_AND_HOUR.matcher(reading.folded).find();
    }

    private boolean inTalkOfVisits() {
        var history = reading.context.history();
        return history.subList(Math.max(0, history.size() - 6), history.size()).stream()
                .anyMatch(turn -> VisitWords.VISIT_SURELY
                        .matcher(Fold.of(Reading.clip(turn.text())))
                        .find());
    }

    private boolean slotsWereOffered() {
        return reading.context.lastOffers().stream().anyMatch(Offer.SlotOffer.class::isInstance);
    }

    /** What is booked stands, until the lead says that it must change. */
    private boolean isBooked() {
        if (!reading.context.known().containsKey(VisitPreference.KEY)) return false;
        var history = reading.context.history();
        for (int at = history.size() - 1; at >= Math.max(0, history.size() - 30); at--) {
            if (history.get(at).speaker() == Speaker.LEAD) continue;
            if (VisitWords.announcesBooking(Fold.of(Reading.clip(history.get(at).text())))) return true;
        }
        return false;
    }

    private boolean heardProposes() {
        var heard = reading.heard.folded();
        return (VisitWords.VISIT.matcher(heard).find() || VisitWords.proposes(heard))
                && !VisitWords.announcesBooking(heard);
    }

    private boolean takesProposal() {
        if (!reading.aboutHomes(0) || Topic.of(reading.heard.folded()) == Topic.ELSEWHERE) return false;
        if (polarity.affirms()) return true;
        return !polarity.seeksOthers() && (polarity.likes() || polarity.books() && polarity.pointsAtIt());
    }

    private void adoptProposal(@Nullable VisitPreference known) {
        boolean asked = reading.heard.asked(Question.CONFIRM, Question.VISIT, Question.VISIT_TIME);
        if (!asked && !VisitWords.proposes(reading.heard.folded())) return;
        var proposed = proposed(reading.heard.text(), known);
        if (proposed == null || proposed.equals(known)) return;
        var first = reading.sentences.getFirst();
        proposed.inferFrom(reading, first.start(), first.end(), 0.85);
    }

    private @Nullable VisitPreference proposed(String text, @Nullable VisitPreference known) {
        var folded = Fold.of(text);
        var days = Dates.in(text, reading.context.today()).stream()
                .filter(day -> !VisitWords.excepted(folded.substring(Math.max(0, day.start() - 60), day.start())))
                .toList();
        var times = Times.in(text);
        if (days.isEmpty() && times.isEmpty()) return null;
        return VisitPreference.of(
                days.isEmpty() ? null : days.getLast(), times.isEmpty() ? null : times.getLast(), known);
    }

    /** "Schedule a visit for that day", after the talk had turned to a day. */
    private void adoptThatDay() {
        boolean pointsBack = THAT_DAY.matcher(reading.folded).find();
        var history = reading.context.history();
        for (int at = history.size() - 1; at >= Math.max(0, history.size() - 8); at--) {
            var text = Reading.clip(history.get(at).text());
            if (!pointsBack && !VisitWords.aboutCalendar(Fold.of(text))) continue;
            var days = Dates.in(text, reading.context.today());
            if (days.isEmpty()) continue;
            var last = reading.sentences.getLast();
            VisitPreference.of(days.getFirst(), null, null).inferFrom(reading, last.start(), last.end(), 0.7);
            return;
        }
    }
}
