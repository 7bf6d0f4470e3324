package io.doorstep.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A home that the lead names: by a word that says it is a home, or by standing after "at". A lead names areas and
 * people too.
 */
final class LeadsNames {

    private static final Pattern LOOKS = Pattern.compile("\\b(?:view|viewing|visit|tour|showing|appointment)\\b");

    private static final Pattern AT = Pattern.compile(
            "\\b(?:apartments?|apartment (?:viewing|tour|visit)|place|unit|flat|condo|viewing|tour|visit"
                    + "|appointment|showing|spot) (?:at|over at)(?: the)? $");

    private static final Pattern SEES = Pattern.compile("\\b(?:visit|view|tour)(?: the)? $");

    /** "Any Oakley apartments" are apartments in Oakley. */
    private static final Pattern SEARCHES =
            Pattern.compile("\\b(?:looking for|find|search(?: for)?|any|some|other|more|show me|for)(?: an?| the)? $");

    private static final Pattern POINTS_AT = Pattern.compile("\\b(?:the|at)\\s$");

    private LeadsNames() {}

    static Listings.@Nullable Mention in(Reading reading) {
        for (int kind = 1; kind < reading.tokens.size(); kind++) {
            var named = endingIn(reading, kind);
            if (named != null) return named;
        }
        return reading.aboutHomes() ? byPlace(reading) : null;
    }

    /** "The North Mill apartments": back from the kind of home over the words of its name. */
    private static Listings.@Nullable Mention endingIn(Reading reading, int kind) {
        var tokens = reading.tokens;
        if (!HomeNames.SURE_KINDS.contains(tokens.get(kind).folded())) return null;
        int first = kind;
        while (first > 0 && kind - first < 5 && tokens.get(first).joined() && belongs(tokens, first - 1)) first--;
        while (first < kind && isEdge(tokens.get(first))) first++;
        if (first == kind || !isNamed(tokens, first, kind)) return inLowerCase(reading, kind);
        boolean capital = tokens.get(kind).capitalised();
        if (!capital
                && SEARCHES.matcher(reading.before(tokens.get(first).start())).find()) return null;
        return mention(reading, first, kind);
    }

    private static boolean belongs(List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (token.capitalised()) return !HomeNames.NEVER_FIRST.contains(token.folded()) || "the".equals(token.folded());
        return Set.of("on", "of").contains(token.folded())
                && at > 0
                && tokens.get(at - 1).capitalised();
    }

    private static boolean isEdge(Token token) {
        return HomeNames.INSIDE.contains(token.folded()) || HomeNames.NEVER_FIRST.contains(token.folded());
    }

    private static boolean isNamed(List<Token> tokens, int first, int kind) {
        return tokens.subList(first, kind).stream().anyMatch(token -> token.capitalised() && canName(token));
    }

    /** "at the north mill apartments": in lower case only two words or more, pointed at. */
    private static Listings.@Nullable Mention inLowerCase(Reading reading, int kind) {
        int first = kind;
        while (first > 0
                && kind - first < 4
                && reading.tokens.get(first).joined()
                && canName(reading.tokens.get(first - 1))
                && !HomeNames.isPlain(reading.tokens.get(first - 1))) first--;
        int placed = placedBefore(reading, kind);
        if (placed < kind) return mention(reading, placed, kind);
        if (kind - first < 2 || !reading.tokens.get(kind).folded().endsWith("s")) return null;
        return POINTS_AT
                        .matcher(reading.before(reading.tokens.get(first).start()))
                        .find()
                ? mention(reading, first, kind)
                : null;
    }

    /** "A viewing at one on main apartments": what stands between is the name, whatever its words. */
    private static int placedBefore(Reading reading, int kind) {
        int first = kind;
        while (first > 0 && kind - first < 4 && reading.tokens.get(first).joined()) {
            first--;
            if (reading.tokens.get(first).numeric()) return kind;
            if (AT.matcher(reading.before(reading.tokens.get(first).start())).find()) return first;
        }
        return kind;
    }

    /** "The apartment at Mill House", "visit Mill House": after "in" it would be an area. */
    private static Listings.@Nullable Mention byPlace(Reading reading) {
        var tokens = reading.tokens;
        for (int first = 0; first < tokens.size(); first++) {
            if (!tokens.get(first).capitalised() || !begins(reading, first)) continue;
            int last = first;
            if (last + 2 < tokens.size()
                    && tokens.get(last + 1).joined()
                    && HomeNames.INSIDE.contains(tokens.get(last + 1).folded())
                    && tokens.get(last + 2).capitalised()
                    && canName(tokens.get(last + 2))
                    && !tokens.get(last + 1).folded().equals("and")) last += 2;
            while (last + 1 < tokens.size()
                    && tokens.get(last + 1).joined()
                    && tokens.get(last + 1).capitalised()
                    && (canName(tokens.get(last + 1)) || HomeNames.closesName(tokens.get(last + 1)))) last++;
            if (isPlaced(reading, first, last)) return mention(reading, first, last);
        }
        return null;
    }

    /** After "a viewing at", a name may begin with any word: "Seven at the Quay". */
    private static boolean begins(Reading reading, int first) {
        var token = reading.tokens.get(first);
        return canName(token)
                || !token.numeric()
                        && !Vocabulary.CALENDAR_WORD.matcher(token.folded()).matches()
                        && AT.matcher(reading.before(token.start())).find();
    }

    private static boolean isPlaced(Reading reading, int first, int last) {
        if (reading.heard.asked(Question.LISTING)) return true;
        int start = reading.tokens.get(first).start();
        var before = reading.before(start);
        if (AT.matcher(before).find() || last > first && SEES.matcher(before).find()) return true;
        return before.endsWith(" at ") && reading.sentenceAt(start).holds(LOOKS);
    }

    static boolean canName(Token token) {
        return !token.numeric()
                && !Vocabulary.PLAIN.contains(token.folded())
                && !Vocabulary.CALENDAR_WORD.matcher(token.folded()).matches();
    }

    private static Listings.Mention mention(Reading reading, int first, int last) {
        int start = reading.tokens.get(first).start();
        int end = reading.tokens.get(last).end();
        return new Listings.Mention(reading.text.substring(start, end), start, end);
    }
}
