package io.doorstep.language;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "An apartment there", "in that area": the place that was spoken of last, whatever the talk was about. */
final class PlacesBefore {

    private static final int LOOK_BACK = 24;

    private static final Pattern THERE =
            Pattern.compile("\\b(?:(?:in|around|near|within) (?:that|the|this|the same)(?: same)?"
                    + " (?:area|city|location|region|place|neighbou?rhood|town|vicinity)|(?:near|in|around) there"
                    + "|there)\\b");

    private static final String HOMES =
            "(?:app?artments?|homes?|houses?|residence|condos?|property|accommodation|place)";

    private static final Pattern HOME = Pattern.compile("\\b" + HOMES + "\\b");

    private static final Pattern WANTS = Pattern.compile(
            "\\b(?:find|look(?:ing)?|need|want|search|locate|like|get me)\\b.{0,80}\\b" + HOMES + "\\b");

    private static final Pattern FROM_WHERE =
            Pattern.compile("\\b(?:at|from|to|of|pick(?:ed)? up|collect(?: it)?) (?:the )?$");

    private static final Pattern SPOT = Pattern.compile("\\b(?:airport|station|terminal|international|hotel|mall)\\b");

    private PlacesBefore() {}

    static void read(Reading reading) {
        if (reading.context.known().containsKey(Places.KEY)) return;
        var said = THERE.matcher(reading.folded);
        boolean pointsBack = said.find() && HOME.matcher(reading.folded).find();
        var wants = WANTS.matcher(reading.folded);
        boolean turns = !pointsBack && wants.find() && turnsToHomes(reading.context.history());
        if (!pointsBack && !turns) return;
        var place = lastNamed(reading.context.history());
        if (place == null) return;
        int start = pointsBack ? said.start() : wants.start();
        int end = pointsBack ? said.end() : wants.end();
        reading.infer(Places.KEY, List.of(place), place, start, end, pointsBack ? 0.7 : 0.6);
    }

    /** After talk of a trip, "I need an apartment too" means where the trip goes. */
    private static boolean turnsToHomes(List<DialogueContext.Turn> history) {
        boolean elsewhere = false;
        for (var turn : history) {
            var topic = Topic.of(Fold.of(Reading.clip(turn.text())));
            if (topic == Topic.HOMES) return false;
            elsewhere |= topic == Topic.ELSEWHERE;
        }
        return elsewhere;
    }

    /** What the lead named before what the assistant did; a town ("in Oakley", or "Oakley" when asked where) before a spot ("at Oakley Station"). */
    private static @Nullable String lastNamed(List<DialogueContext.Turn> history) {
        int oldest = Math.max(0, history.size() - LOOK_BACK);
        for (int at = history.size() - 1; at >= oldest; at--) {
            if (history.get(at).speaker() != Speaker.LEAD) continue;
            var place = townIn(history, at);
            if (place != null) return place;
        }
        for (int at = history.size() - 1; at >= oldest; at--) {
            var place = townIn(history, at);
            if (place != null) return place;
        }
        for (int at = history.size() - 1; at >= oldest; at--) {
            var place = lastIn(
                    history.get(at).text(),
                    (before, token) -> FROM_WHERE.matcher(before).find());
            if (place != null) return place;
        }
        return null;
    }

    private static @Nullable String townIn(List<DialogueContext.Turn> history, int at) {
        var place = lastIn(history.get(at).text(), PlaceName::leadsIn);
        if (place == null) place = answerIn(history, at);
        return place == null || SPOT.matcher(Fold.of(place)).find() ? null : place;
    }

    private static @Nullable String answerIn(List<DialogueContext.Turn> history, int at) {
        if (at == 0 || history.get(at).speaker() != Speaker.LEAD) return null;
        var before = history.get(at - 1);
        if (before.speaker() == Speaker.LEAD || !Heard.saying(before.text()).asked(Question.AREA)) return null;
        var text = Reading.clip(history.get(at).text());
        var place = PlaceName.firstCapitalised(text, Token.of(text), 0, text.length());
        return place == null ? null : place.name();
    }

    private static @Nullable String lastIn(String words, BiPredicate<String, Token> cue) {
        var text = Reading.clip(words);
        var folded = Fold.of(text);
        var tokens = Token.of(text);
        for (int first = tokens.size() - 1; first > 0; first--) {
            var token = tokens.get(first);
            if (!token.capitalised()) continue;
            if (!cue.test(folded.substring(Math.max(0, token.start() - 48), token.start()), token)) continue;
            var place = PlaceName.at(text, tokens, first);
            if (place != null) return place.name();
        }
        return null;
    }
}
