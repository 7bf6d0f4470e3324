package io.doorstep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Homes mentioned by name: by the lead, or by the assistant before. */
final class Listings {

    record Mention(String name, int start, int end) {}

    private static final Pattern KIND = Pattern.compile(" (?:apartments?|apts?|homes|condos?|residences|flats)$");

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
        var named = LeadsNames.in(reading);
        if (named != null) return named;
        if (reading.tokens.stream().noneMatch(LeadsNames::canName)) return null;
        for (var offered : offeredBefore(reading.context.history())) {
            var found = mention(reading.folded, offered);
            if (found != null) return new Mention(offered, found[0], found[1]);
        }
        return null;
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
