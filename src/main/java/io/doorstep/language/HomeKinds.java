package io.doorstep.language;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What kind of home: "a condo or a townhouse" keeps both, "no condos" keeps none. */
final class HomeKinds {

    private static final String KEY = "propertyType";

    /** A kind, its words, and whether they are used loosely for any home. */
    private record Kind(String name, boolean loose, Pattern words) {
        static Kind of(String name, boolean loose, String words) {
            return new Kind(name, loose, Pattern.compile("(?<![\\w'-])(?:" + words + ")\\b"));
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of(
                    "house",
                    true,
                    "single[- ]family(?: (?:homes?|houses?))?|detached(?: (?:homes?|houses?))?|bungalows?|cottages?"
                            + "|(?<!open |town |row |full |opera |coffee )houses?(?![- ](?:hunt\\w*|keep\\w*|warming|mates?|rules))"),
            Kind.of("condo", false, "condos?|condominiums?"),
            Kind.of("townhouse", false, "town ?(?:house|home)s?|row ?houses?"),
            Kind.of("apartment", true, "apts?|app?artments?|aparments?|flats?(?! rate)"),
            Kind.of(
                    "multi-family",
                    false,
                    "duplex(?:es)?|triplex(?:es)?|four-?plex(?:es)?|multi[- ]?family(?: homes?)?"),
            Kind.of("loft", false, "lofts?"),
            Kind.of("manufactured", false, "mobile homes?|manufactured homes?|trailers?"),
            Kind.of("land", false, "vacant land|(?:plot|piece) of land|acreage|(?:empty|vacant|building) lots?"));

    private static final Pattern NOT_WANTED = Pattern.compile(
            "\\b(?:no|not|don't want|do not want|anything but|nothing but not|except|other than|instead of|rather than|than|hate|avoid|without)"
                    + "(?: (?:an?|the|any|another|in an?|be an?|want an?))? $");

    /** The home they have is not the home they look for. */
    private static final Pattern THEIRS = Pattern.compile(
            "\\b(?:my|our|her|his|their|sell(?:ing)?(?: an?| the)?|own(?:s)? an?|have an?|list(?:ing)?(?: the)?|inherited an?"
                    + "|(?:live|living|rent|renting) in an?|current)(?: (?!or\\b)\\w+)? $");

    private HomeKinds() {}

    static void read(Reading reading) {
        if (!reading.aboutHomes()) return;
        var wanted = new TreeMap<Integer, Kind>();
        var theirs = new TreeMap<Integer, Kind>();
        var ends = new TreeMap<Integer, Integer>();
        for (var kind : KINDS) {
            kind.words.matcher(reading.folded).results().forEach(found -> {
                var before = reading.before(found.start());
                if (reading.sentenceAt(found.start()).asksAboutAHome()
                        || NOT_WANTED.matcher(before).find()) return;
                if (Character.isUpperCase(reading.text.charAt(found.start())) && !before.isBlank()) return;
                (THEIRS.matcher(before).find() ? theirs : wanted).put(found.start(), kind);
                ends.put(found.start(), found.end());
            });
        }
        note(reading, wanted.isEmpty() && reading.isOwner() ? theirs : wanted, ends);
    }

    private static void note(Reading reading, TreeMap<Integer, Kind> found, Map<Integer, Integer> ends) {
        if (found.isEmpty()) return;
        var names = found.values().stream().map(Kind::name).distinct().toList();
        int start = found.firstKey();
        int end = ends.getOrDefault(found.lastKey(), start);
        double confidence = found.values().stream().allMatch(Kind::loose) ? 0.7 : 0.85;
        reading.note(
                KEY,
                names.size() == 1 ? names.getFirst() : names,
                names.stream().collect(joining(" or ")),
                names.size() == 1 ? found.lastKey() : start,
                end,
                confidence);
    }
}
