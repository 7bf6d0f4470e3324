package io.doorstep.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Areas that the lead wants: "in San Jose", "near Travis Heights or Zilker", or one of the agency's own area names in
 * any case.
 */
final class Places {

    static final String KEY = "areas";

    private static final Pattern LIVES_THERE_NOW = Pattern.compile(
            "\\b(?:(?:currently|now|presently) (?:live|living|rent|renting|based|am|are)|from|grew up"
                    + "|work|working|office|job|vacation|family|friends?)\\b[^.]{0,14}$"
                    + "|\\b(?:i|we)(?:'m|'re| am| are)? (?:live|living|reside|based|rent|renting) (?:in|near|around)(?: the)? $");

    private static final Pattern NOT_THERE = Pattern.compile(
            "\\b(?:not|n't want|except|but not|anywhere but|anything but|other than|besides|no|avoid|outside(?: of)?)(?: in| near| to be in| around)?(?: the)? $");

    private static final Pattern POSTCODE = Pattern.compile(
            "\\b(?:zip(?: ?codes?)?|post ?code|postal code|in|near)(?: is| of|:)? (?<code>\\d{5})(?![\\w,.]\\d| ?(?:dollars|a month|k)\\b)");

    private static final Pattern IN_THE = Pattern.compile("\\b(?:in|near|around|within) the $");
    private static final Pattern CALLED_AN_AREA =
            Pattern.compile("(?: [a-z']{2,20})? (?:area|neighbou?rhood|district|region|part of town)\\b");

    private static final Set<String> JOINERS = Set.of("or", "and", "&");

    private static final Pattern BETWEEN = Pattern.compile(",? {0,2}(?:(?:or|and|&) )?|/");

    private static final int MOST = 5;

    private Places() {}

    static void read(Reading reading) {
        if (!reading.aboutHomes()) return;
        knownByTheAgency(reading);
        inSentences(reading);
        if (!reading.has(KEY)) byPostcode(reading);
        if (!reading.has(KEY) && reading.heard.asked(Question.AREA)) PlaceAnswers.read(reading);
        if (!reading.has(KEY)) PlacesBefore.read(reading);
    }

    private static void knownByTheAgency(Reading reading) {
        var names = new LinkedHashSet<String>();
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (var name : reading.context.gazetteer()) {
            int at = wordAt(reading.folded, Fold.of(name).strip());
            if (at < 0 || excludes(reading.before(at))) continue;
            names.add(name);
            start = Math.min(start, at);
            end = Math.max(end, at + name.strip().length());
        }
        if (!names.isEmpty()) note(reading, List.copyOf(names), start, end, 0.95);
    }

    /** "Anywhere but Zilker" wants no home in Zilker. */
    static boolean excludes(String before) {
        return NOT_THERE.matcher(before).find();
    }

    private static void byPostcode(Reading reading) {
        var found = POSTCODE.matcher(reading.folded);
        if (!found.find()) return;
        var code = found.group("code");
        reading.note(KEY, List.of(code), code, found.start("code"), found.end("code"), 0.9);
    }

    private static int wordAt(String folded, String name) {
        if (name.isEmpty()) return -1;
        for (int at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1));
            if (begins && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end)))) return at;
        }
        return -1;
    }

    private static void inSentences(Reading reading) {
        var tokens = reading.tokens;
        for (int first = 1; first < tokens.size(); first++) {
            var token = tokens.get(first);
            var before = reading.folded.substring(Math.max(0, token.start() - 48), token.start());
            boolean leads = PlaceName.leadsIn(before, token) || isCalledAnArea(reading, before, token);
            if (!leads || livesThere(before) || excludes(before)) continue;
            if (Topic.of(reading.sentenceAt(token.start()).folded()) == Topic.ELSEWHERE) continue;
            var place = PlaceName.at(reading.text, tokens, first);
            if (place == null) continue;
            first = noteWithNext(reading, place);
        }
    }

    /** "In the oakley area": a name in lower case, for it is called an area. */
    private static boolean isCalledAnArea(Reading reading, String before, Token token) {
        return IN_THE.matcher(before).find()
                && CALLED_AN_AREA
                        .matcher(reading.folded)
                        .region(token.end(), reading.folded.length())
                        .lookingAt();
    }

    /** "I work in Oakley" wants no home in Oakley, "from Oakley to Elgin" one in Elgin. */
    private static boolean livesThere(String before) {
        return !before.endsWith(" to ") && LIVES_THERE_NOW.matcher(before).find();
    }

    /** "Zilker or Bouldin Creek": notes them together, and returns the last token of the last. */
    private static int noteWithNext(Reading reading, PlaceName place) {
        var tokens = reading.tokens;
        var names = new ArrayList<>(List.of(place.name()));
        boolean asked = reading.heard.asked(Question.AREA);
        var last = place;
        while (names.size() < MOST) {
            int first = afterJoiner(reading, last);
            if (first < 0) break;
            boolean alike = tokens.get(first).capitalised() || !place.capitalised() && asked;
            var next = alike ? PlaceName.at(reading.text, tokens, first) : null;
            if (next == null) break;
            names.add(next.name());
            last = next;
        }
        note(reading, names, place.start(), last.end(), place.capitalised() ? 0.9 : asked ? 0.8 : 0.65);
        return last.last();
    }

    /** Index of the token behind "or", "and" or a comma; -1 when the list ends. */
    private static int afterJoiner(Reading reading, PlaceName last) {
        int at = last.last() + 1;
        if (at < reading.tokens.size()
                && JOINERS.contains(reading.tokens.get(at).folded())) at++;
        if (at >= reading.tokens.size()) return -1;
        var between =
                reading.folded.substring(last.end(), reading.tokens.get(at).start());
        return BETWEEN.matcher(between).matches() ? at : -1;
    }

    private static void note(Reading reading, List<String> names, int start, int end, double confidence) {
        reading.note(KEY, List.copyOf(names), String.join(", ", names), start, end, confidence);
    }
}
