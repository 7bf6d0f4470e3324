package io.doorstep.language.spanish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Spanish phrases and what they are in English, from {@code phrases.txt}. */
final class Phrasebook {

    private static final String SOURCE = "phrases.txt";

    /** Opens a phrase that means what it says only as a whole message: "para" is "stop", and "for" elsewhere. */
    static final String WHOLE = "^";

    /** Shorter words have too many neighbours to guess which one was meant. */
    private static final int SHORTEST_TYPO = 6;

    static final Phrasebook SHIPPED = read();

    private final Map<String, String> english = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Map<String, Integer> longestByFirstWord = new HashMap<>();
    private final Map<String, String> typos = new HashMap<>();

    private Phrasebook() {}

    private static Phrasebook read() {
        var book = new Phrasebook();
        try (var source = Phrasebook.class.getResourceAsStream(SOURCE)) {
            if (source == null) throw new IllegalStateException(SOURCE + " is missing");
            var lines = new String(source.readAllBytes(), StandardCharsets.UTF_8).lines();
            lines.filter(line -> line.contains("=")).forEach(book::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return book;
    }

    private void add(String line) {
        int equals = line.indexOf('=');
        var words = line.substring(equals + 1).strip();
        for (var phrase : line.substring(0, equals).split(",")) add(phrase.strip(), words);
    }

    private void add(String phrase, String words) {
        if (english.put(phrase, words) != null) throw new IllegalStateException(phrase + " stands twice");
        var parts = phrase.split(" ");
        if (!phrase.startsWith(WHOLE)) this.words.addAll(List.of(parts));
        longestByFirstWord.merge(parts[0], parts.length, Math::max);
        if (parts.length == 1) shortened(phrase).forEach(typo -> typos.putIfAbsent(typo, phrase));
    }

    /** The most words that a phrase beginning with this word has; 0 when none does. */
    int longest(String firstWord) {
        return longestByFirstWord.getOrDefault(firstWord, 0);
    }

    @Nullable
    String english(String phrase) {
        return english.get(phrase);
    }

    /** Whether the word is one of a phrase, or a phrase. */
    boolean holds(String word) {
        return words.contains(word);
    }

    /** The word that was meant when one letter is missing, doubled, swapped or wrong. */
    @Nullable
    String meant(String word) {
        for (var form : shortened(word)) {
            var near = typos.get(form);
            if (near != null && Math.abs(near.length() - word.length()) <= 1 && near.charAt(0) == word.charAt(0))
                return near;
        }
        return null;
    }

    /** The word itself and the word without any one of its letters: words one slip apart share such a form. */
    private static Set<String> shortened(String word) {
        if (word.length() < SHORTEST_TYPO) return Set.of();
        var forms = new LinkedHashSet<>(List.of(word));
        for (int at = 0; at < word.length(); at++) forms.add(word.substring(0, at) + word.substring(at + 1));
        return forms;
    }
}
