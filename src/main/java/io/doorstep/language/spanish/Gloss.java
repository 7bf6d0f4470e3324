package io.doorstep.language.spanish;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Spanish message in English words, as far as the readers need them. It is no translation that anybody would want to
 * read; but every stretch of it knows the stretch of the message that it stands for.
 */
public final class Gloss {

    /** Letters in them are no words. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\S+@\\S+|https?://\\S+|www\\.\\S+|(?<![\\w$])\\+?\\(?\\d[\\d ().-]{6,}\\d{4}(?!\\d)");

    private static final int SHORTEST_NAME = 3;

    private final MappedText mapped;

    private Gloss(MappedText mapped) {
        this.mapped = mapped;
    }

    /** @param names of areas and homes, which stay as they are */
    public static Gloss of(String message, Collection<String> names) {
        var text = MappedText.of(message);
        ADDRESS.matcher(message).results().forEach(found -> text.fix(found.start(), found.end()));
        names.forEach(name -> fix(text, Plain.of(message), Plain.of(name.strip())));
        Words.of(message).fixNames(text);
        return new Gloss(inEnglish(Days.in(Clock.in(Figures.in(text)))));
    }

    /** Whether the word is Spanish as far as the phrases know. */
    public static boolean isSpanish(String word) {
        var plain = Plain.word(word);
        return Phrasebook.SHIPPED.holds(plain) || Figures.names(plain) || Days.names(plain);
    }

    public String text() {
        return mapped.text();
    }

    /** Where in the message the words at {@code [start, end)} of the gloss begin; the order of words may differ. */
    public int from(int start, int end) {
        int from = mapped.from(start);
        for (int at = start + 1; at < end; at++) from = Math.min(from, mapped.from(at));
        return from;
    }

    /** Where in the message the words at {@code [start, end)} of the gloss end. */
    public int to(int start, int end) {
        int to = mapped.to(start);
        for (int at = start + 1; at < end; at++) to = Math.max(to, mapped.to(at));
        return to;
    }

    private static void fix(MappedText text, String plain, String name) {
        if (name.length() < SHORTEST_NAME) return;
        for (int at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(plain.charAt(at - 1));
            if (begins && (end == plain.length() || !Character.isLetterOrDigit(plain.charAt(end)))) text.fix(at, end);
        }
    }

    private static MappedText inEnglish(MappedText source) {
        var words = Words.of(source.text());
        var result = source.emptied();
        int copied = 0;
        int next;
        for (int first = 0; first < words.all().size(); first = next) {
            next = first + 1;
            var phrase = phraseAt(source, words, first);
            if (phrase == null) continue;
            next = first + phrase.words();
            int start = words.all().get(first).start();
            int end = words.all().get(next - 1).end();
            result.copy(source, copied, start);
            var english = words.isAsked(first) ? phrase.asked() : phrase.told();
            result.replace(source, start, end, english);
            // a phrase without words leaves no double blank
            boolean blank = english.isEmpty() && source.text().startsWith(" ", end);
            copied = blank ? end + 1 : end;
        }
        result.copy(source, copied, source.text().length());
        return result;
    }

    private record Phrase(String english, int words) {

        /** "tiene" asks "does it have", or tells "has". */
        String asked() {
            return english.split(" \\| ")[0];
        }

        String told() {
            return english.substring(english.indexOf(" | ") + 1).replaceFirst("^\\| ", "");
        }
    }

    /** The longest phrase that begins here; failing all, the word that was meant. */
    private static @Nullable Phrase phraseAt(MappedText source, Words words, int first) {
        var book = Phrasebook.SHIPPED;
        var word = words.all().get(first);
        if (source.isFixed(word.start(), word.end())) return null;
        if (first == 0) {
            var whole = book.english(Phrasebook.WHOLE + words.joined());
            if (whole != null) return new Phrase(whole, words.all().size());
        }
        Phrase longest = words.saysYes(first) ? new Phrase("yes", 1) : null;
        var said = new StringBuilder();
        int most = Math.min(words.all().size(), first + book.longest(word.plain()));
        for (int at = first; at < most && (at == first || words.follows(at)); at++) {
            var part = words.all().get(at);
            if (source.isFixed(part.start(), part.end())) break;
            if (at > first) said.append(' ');
            var english = book.english(said.append(part.plain()).toString());
            if (english != null && (longest == null || at > first)) longest = new Phrase(english, at - first + 1);
        }
        if (longest != null || word.capitalised()) return longest;
        var meant = book.meant(word.plain());
        return meant == null ? null : new Phrase(Objects.requireNonNull(book.english(meant)), 1);
    }
}
