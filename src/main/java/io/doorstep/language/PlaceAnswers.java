package io.doorstep.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Short answers to "where?": "Sunnyvale.", "round rock please", "78704", "anywhere is fine". */
final class PlaceAnswers {

    private static final Pattern POSTCODE = Pattern.compile("(?<![\\w$,.-])\\d{5}(?![\\w,.-])");

    private static final Pattern ANYWHERE = Pattern.compile(
            "\\b(?:anywhere|any area|any city|any place|no preference" + "|doesn't matter|don't care|not picky)\\b");

    /** Words around a name that are in no list of plain words. */
    private static final Set<String> FILLERS = Vocabulary.words("""
            um umm uh hmm well oh so guess perhaps love am probably somewhere must only choice use idk dunno like""");

    private PlaceAnswers() {}

    static void read(Reading reading) {
        var postcode = POSTCODE.matcher(reading.folded);
        if (postcode.find()) {
            note(reading, List.of(postcode.group()), postcode.group(), postcode.start(), postcode.end(), 0.8);
            return;
        }
        for (var sentence : reading.sentences) {
            var any = ANYWHERE.matcher(sentence.folded());
            if (any.find()) {
                note(reading, List.of(), "anywhere", sentence.start() + any.start(), sentence.start() + any.end(), 0.8);
                return;
            }
            var place = PlaceName.firstCapitalised(reading.text, reading.tokens, sentence.start(), sentence.end());
            if (place != null && Places.excludes(reading.before(place.start()))) return;
            if (place != null) {
                note(reading, List.of(place.name()), place.name(), place.start(), place.end(), 0.85);
                return;
            }
            if (!sentence.isQuestion() && inLowerCase(reading, sentence)) return;
        }
    }

    /** The one run of words that are not plain; two runs are a sentence about something else. */
    private static boolean inLowerCase(Reading reading, Sentence sentence) {
        PlaceName found = null;
        for (int first = 0; first < reading.tokens.size(); first++) {
            var token = reading.tokens.get(first);
            if (token.start() < sentence.start() || FILLERS.contains(token.folded())) continue;
            if (token.start() >= sentence.end()) break;
            var place = PlaceName.at(reading.text, reading.tokens, first);
            if (place == null) continue;
            if (found != null) return false;
            found = place;
            first = place.last();
        }
        if (found == null) return false;
        note(reading, List.of(found.name()), found.name(), found.start(), found.end(), 0.75);
        return true;
    }

    private static void note(Reading reading, Object value, String display, int start, int end, double confidence) {
        reading.infer(Places.KEY, value, display, start, end, confidence);
    }
}
