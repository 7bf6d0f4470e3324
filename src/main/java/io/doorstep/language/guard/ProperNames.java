package io.doorstep.language.guard;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the names of streets and places out of a sentence: "Christian Brothers Lane" says nothing about Christians, nor "White Rock Lake" about
 * anybody's colour. A masked word keeps its length, so that places in the sentence hold.
 */
final class ProperNames {

    private static final Set<String> ROADS = Set.of(
            "street",
            "st",
            "road",
            "rd",
            "avenue",
            "ave",
            "lane",
            "ln",
            "drive",
            "dr",
            "boulevard",
            "blvd",
            "court",
            "ct",
            "way",
            "trail",
            "circle",
            "cir",
            "parkway",
            "pkwy",
            "highway",
            "hwy",
            "loop",
            "cove",
            "pass",
            "terrace",
            "alley");

    private static final Set<String> PLACES = Set.of(
            "hill",
            "hills",
            "heights",
            "creek",
            "springs",
            "ridge",
            "valley",
            "lake",
            "lakes",
            "oaks",
            "oak",
            "park",
            "village",
            "commons",
            "square",
            "plaza",
            "point",
            "pointe",
            "crossing",
            "landing",
            "meadows",
            "grove",
            "gardens",
            "estates",
            "ranch",
            "farms",
            "woods",
            "forest",
            "mountain",
            "canyon",
            "river",
            "bay",
            "beach",
            "island",
            "towers",
            "manor",
            "station",
            "bridge",
            "field",
            "fields",
            "elementary",
            "academy",
            "hospital",
            "university",
            "college",
            "rock",
            "pines",
            "pine",
            "cliff",
            "harbor",
            "run",
            "hollow",
            "mill",
            "mills",
            "isd");

    /** Words that stand before "street" or "park" without naming it, and words that judge it. */
    private static final Set<String> NO_NAME = Set.of(
            "a",
            "an",
            "the",
            "this",
            "that",
            "these",
            "your",
            "our",
            "my",
            "their",
            "its",
            "it",
            "is",
            "are",
            "on",
            "in",
            "at",
            "to",
            "of",
            "for",
            "by",
            "from",
            "near",
            "and",
            "or",
            "any",
            "some",
            "which",
            "what",
            "same",
            "quiet",
            "busy",
            "main",
            "side",
            "safe",
            "unsafe",
            "safer",
            "safest",
            "dangerous",
            "good",
            "bad",
            "nice",
            "great",
            "best",
            "better",
            "worst",
            "rough",
            "sketchy",
            "one",
            "two",
            "each",
            "every",
            "across",
            "down",
            "up",
            "off",
            "per",
            "all",
            "no",
            "with",
            "there",
            "school",
            "schools",
            "people",
            "families",
            "kids",
            "neighbors",
            "live",
            "lives",
            "want",
            "not",
            "only",
            "mostly",
            "like",
            "elementary",
            "high",
            "middle");

    private static final Pattern WORD = Pattern.compile("[^ ]+");

    private ProperNames() {}

    static String masked(String words, List<Phrase.Span> spans, String message) {
        var each = WORD.matcher(words).results().toList();
        var masked = new StringBuilder(words);
        for (int at = 1; at < each.size(); at++) {
            var kind = each.get(at).group();
            boolean road = ROADS.contains(kind);
            if (!road && !PLACES.contains(kind)) continue;
            boolean named = capitalised(spans.get(at), message);
            for (int before = at - 1; before >= Math.max(0, at - 3); before--) {
                var word = each.get(before).group();
                boolean partOfName = named && capitalised(spans.get(before), message);
                boolean likely = before == at - 1 && !NO_NAME.contains(word) && !word.equals(",");
                if (!likely && !(partOfName && before > 0)) break;
                mask(masked, each.get(before).start(), each.get(before).end());
            }
        }
        return masked.toString();
    }

    /** One capital: whoever shouts names nothing by it. */
    private static boolean capitalised(Phrase.Span span, String message) {
        return span.end() - span.start() > 1
                && Character.isUpperCase(message.charAt(span.start()))
                && !Character.isUpperCase(message.charAt(span.start() + 1));
    }

    private static void mask(StringBuilder words, int from, int to) {
        for (int at = from; at < to; at++) words.setCharAt(at, '_');
    }
}
