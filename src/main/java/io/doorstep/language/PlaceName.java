package io.doorstep.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a place in running text. Places are recognised by their position in the sentence and by capitals, not
 * by a list.
 *
 * @param start offset of the name in the text
 * @param last index of its last token
 */
record PlaceName(String name, int start, int end, int last, boolean capitalised) {

    private static final int LONGEST = 4;

    private static final Pattern LEADS_IN = Pattern.compile(
            "\\b(?:in|en|near|from [a-z ]{3,24} to|around|inside|within|throughout|close to|next to|towards?"
                    + "|outside|somewhere like"
                    + "|(?:mov(?:e|ing)|relocat\\w+|travel\\w*|transferr?\\w*|shift\\w*|head(?:ed|ing)) (?:[a-z]+ ){0,3}to|(?:area|city|town|region|location|search\\w*) to"
                    + "|(?:area|city|town|place|location) (?:of|is|as|should be|would be)|areas? like)"
                    + " (?:the )?(?:(?:city|town|area|region|heart|center|centre|outskirts|neighbou?rhood) of "
                    + "|downtown )?"
                    + "(?:the )?$");

    private static final Pattern TRIES =
            Pattern.compile("\\b(?:you can |let's )?(?:check|try|search|explore|look at)(?: out)? $");

    /** Plain words that are part of names: "Union City", "mountain view". */
    private static final Set<String> PARTS = Set.of("city", "park", "front", "view", "place", "house");

    /** The name that begins with this token; null when none does, or when it is the name of a home. */
    static @Nullable PlaceName at(String text, List<Token> tokens, int first) {
        int last = lastOf(tokens, first);
        if (last < first || isAHome(tokens, last)) return null;
        int start = tokens.get(first).start();
        var closing = tokens.get(last);
        int end = closing.folded().endsWith("'s") ? closing.end() - 2 : closing.end();
        return new PlaceName(
                text.substring(start, end), start, end, last, tokens.get(first).capitalised());
    }

    /** The first capitalised name between two offsets. */
    static @Nullable PlaceName firstCapitalised(String text, List<Token> tokens, int from, int to) {
        for (int first = 0; first < tokens.size() && tokens.get(first).start() < to; first++) {
            if (tokens.get(first).start() < from || !tokens.get(first).capitalised()) continue;
            var place = at(text, tokens, first);
            if (place != null) return place;
        }
        return null;
    }

    /** "in", "near", "the city of" and the like before the name; in lower case no article may stand between. */
    static boolean leadsIn(String before, Token token) {
        if (LEADS_IN.matcher(before).find()) return token.capitalised() || !before.endsWith("the ");
        return token.capitalised() && TRIES.matcher(before).find();
    }

    private static int lastOf(List<Token> tokens, int first) {
        boolean capitals = tokens.get(first).capitalised();
        int last = first - 1;
        for (int at = first; at < tokens.size() && at < first + LONGEST; at++) {
            var token = tokens.get(at);
            if (at > first && (!token.joined() || capitals && !token.capitalised())) break;
            if (token.numeric()
                    || token.word().length() == 1
                    || !capitals
                            && (token.folded().endsWith("ing") || token.folded().endsWith("ly"))) break;
            if (isPlain(token) && !(at > first && PARTS.contains(token.folded()))) break;
            last = at;
        }
        return last;
    }

    private static boolean isPlain(Token token) {
        var word = token.folded();
        var stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        return Vocabulary.PLAIN.contains(word)
                || Vocabulary.PLAIN.contains(stem)
                || Vocabulary.CALENDAR_WORD.matcher(word).matches();
    }

    private static boolean isAHome(List<Token> tokens, int last) {
        if (HomeNames.KINDS.contains(tokens.get(last).folded())) return true;
        if (last + 1 == tokens.size()) return false;
        var next = tokens.get(last + 1);
        return next.joined() && next.capitalised() && HomeNames.SURE_KINDS.contains(next.folded());
    }
}
