package io.doorstep.language.spanish;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text, and which of them are names by the look of them. */
record Words(String text, List<Word> all) {

    /** @param plain as it is looked up */
    record Word(String plain, int start, int end, boolean capitalised) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{Mn}]+(?:['’]\\p{L}+)?");

    /** Begin the names of places more often than sentences, when a capital follows: "Las Vegas", "San Marcos". */
    private static final Set<String> OPENERS = Set.of("el", "la", "los", "las", "san", "santa", "santo", "del", "don");

    private static final Set<String> INSIDE = Set.of("de", "del", "la", "las", "los", "el", "y");

    /** As people write on a phone. */
    private static final Map<String, String> SHORT = Map.of("q", "que", "x", "por", "d", "de", "xq", "porque");

    static Words of(String text) {
        return new Words(text, WORD.matcher(text).results().map(Words::word).toList());
    }

    private static Word word(MatchResult found) {
        var plain = Plain.word(found.group());
        return new Word(
                SHORT.getOrDefault(plain, plain),
                found.start(),
                found.end(),
                Character.isUpperCase(found.group().charAt(0)));
    }

    /** Fixes two and more capitals in a row; where everything is in capitals, they say nothing. */
    void fixNames(MappedText mapped) {
        long capitals = all.stream().filter(Word::capitalised).count();
        if (all.size() > 4 && capitals * 5 > all.size() * 3) return;
        for (int first = 0; first < all.size(); first++) {
            int last = lastOfName(first);
            if (last == first) continue;
            mapped.fix(all.get(first).start, all.get(last).end);
            first = last;
        }
    }

    private int lastOfName(int first) {
        if (!all.get(first).capitalised || opensSentence(first) && !mayOpenName(all.get(first))) return first;
        int last = first;
        for (int at = first + 1; at < all.size() && follows(at); at++) {
            var word = all.get(at);
            if (word.capitalised && !Days.names(word.plain)) last = at;
            else if (!INSIDE.contains(word.plain) || at - last > 2) break;
        }
        return last;
    }

    private static boolean mayOpenName(Word word) {
        return OPENERS.contains(word.plain) || !Phrasebook.SHIPPED.holds(word.plain);
    }

    private boolean opensSentence(int at) {
        if (at == 0) return true;
        var between = text.substring(all.get(at - 1).end, all.get(at).start);
        return between.chars().anyMatch(c -> ".?!¿¡\n:".indexOf(c) >= 0);
    }

    /** Whether nothing but blanks stands before the word and after the one before it. */
    boolean follows(int at) {
        return at > 0 && text.substring(all.get(at - 1).end, all.get(at).start).isBlank();
    }

    /** All of them as one phrase. */
    String joined() {
        return all.stream().map(Word::plain).collect(joining(" "));
    }

    /** "Sí", and "si" where it stands alone before a pause: elsewhere it means "if". */
    boolean saysYes(int at) {
        var word = all.get(at);
        if (!word.plain.equals("si")) return false;
        boolean accent = text.charAt(word.end - 1) != 'i' && text.charAt(word.end - 1) != 'I';
        return accent || opensSentence(at) && (at + 1 == all.size() || !follows(at + 1));
    }

    /** Whether the sentence ends in a question mark, or began with one. */
    boolean isAsked(int at) {
        for (int next = all.get(at).end; next < text.length(); next++) {
            if (text.charAt(next) == '?') return true;
            if (".!\n".indexOf(text.charAt(next)) >= 0) break;
        }
        int opened = text.lastIndexOf('¿', all.get(at).start);
        return opened >= 0 && text.substring(opened, all.get(at).start).chars().noneMatch(c -> ".?!\n".indexOf(c) >= 0);
    }
}
