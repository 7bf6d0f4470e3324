package io.doorstep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Homes mentioned by name: by the lead, or by the assistant before. */
final class Listings {

    record Mention(String name, int start, int end) {}

    private static final Pattern KIND = Pattern.compile(" (?:apartments?|apts?|homes|condos?|residences|flats)$");

    private static final Pattern LOOKS = Pattern.compile("\\b(?:view|viewing|visit|tour|showing|appointment)\\b");

    private static final Pattern AT = Pattern.compile(
            "\\b(?:apartments?|apartment (?:viewing|tour|visit)|place|unit|flat|condo|viewing|tour|visit|appointment|showing|spot) (?:at|over at)(?: the)? $");

    private Listings() {}

    /** The name that the assistant put forward last. */
    static @Nullable String lastOffered(List<DialogueContext.Turn> history, int lookBack) {
        int oldest = Math.max(0, history.size() - lookBack);
        for (int at = history.size() - 1; at >= oldest; at--) {
            if (history.get(at).speaker() == Speaker.LEAD) continue;
            if (Topic.of(Fold.of(history.get(at).text())) == Topic.ELSEWHERE) continue;
            var name = HomeNames.in(history.get(at).text());
            if (name != null) return name;
        }
        return null;
    }

    /** The agency's listing, a home named before, or a name that says itself that it is a home. */
    static @Nullable Mention namedBy(Reading reading) {
        for (var listing : reading.context.listings()) {
            var found = mention(reading.folded, listing);
            if (found != null) return new Mention(listing, found[0], found[1]);
        }
        for (var span : HomeNames.spansIn(reading)) {
            return new Mention(reading.text.substring(span[0], span[1]), span[0], span[1]);
        }
        var placed = placedBy(reading);
        if (placed != null) return placed;
        if (reading.tokens.stream().noneMatch(Listings::isName)) return null;
        for (var offered : offeredBefore(reading.context.history())) {
            var found = mention(reading.folded, offered);
            if (found != null) return new Mention(offered, found[0], found[1]);
        }
        return null;
    }

    /** "The apartment at Mill House": what stands after "at" is the home, what stands after "in" the area. */
    private static @Nullable Mention placedBy(Reading reading) {
        if (!reading.aboutHomes()) return null;
        boolean asked = reading.heard.asked(Question.LISTING);
        for (int first = 0; first < reading.tokens.size(); first++) {
            var token = reading.tokens.get(first);
            if (!token.capitalised() || !isName(token)) continue;
            var before = reading.folded.substring(Math.max(0, token.start() - 40), token.start());
            if (!asked
                    && !AT.matcher(before).find()
                    && !(before.endsWith(" at ")
                            && reading.sentenceAt(token.start()).holds(LOOKS))) continue;
            int last = first;
            while (last + 1 < reading.tokens.size()
                    && reading.tokens.get(last + 1).joined()
                    && reading.tokens.get(last + 1).capitalised()
                    && isName(reading.tokens.get(last + 1))) last++;
            int end = reading.tokens.get(last).end();
            return new Mention(reading.text.substring(token.start(), end), token.start(), end);
        }
        return null;
    }

    private static boolean isName(Token token) {
        return !token.numeric()
                && !Vocabulary.PLAIN.contains(token.folded())
                && !Vocabulary.CALENDAR_WORD.matcher(token.folded()).matches();
    }

    private static List<String> offeredBefore(List<DialogueContext.Turn> history) {
        var names = new ArrayList<String>();
        for (int at = history.size() - 1; at >= Math.max(0, history.size() - 10); at--) {
            if (history.get(at).speaker() == Speaker.LEAD) continue;
            var name = HomeNames.in(history.get(at).text());
            if (name != null && !names.contains(name)) names.add(name);
        }
        return names;
    }

    /** Where the text says the name, whole or without the kind of home at its end. */
    static int @Nullable [] mention(String folded, String name) {
        var whole = Fold.of(name).strip();
        var bare = KIND.matcher(whole).replaceFirst("");
        for (var form : List.of(whole, bare)) {
            if (form.length() < 4 || Vocabulary.PLAIN.contains(form)) continue;
            int at = folded.indexOf(form);
            if (at < 0) continue;
            boolean begins = at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1));
            int end = at + form.length();
            if (begins && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end))))
                return new int[] {at, end};
        }
        return null;
    }
}
