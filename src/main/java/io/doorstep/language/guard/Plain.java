package io.doorstep.language.guard;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a message into plain words, so that a rule is written once for "what's the neighbourhood like", "Whats the nbhd like" and what a copy and
 * paste made of it.
 */
final class Plain {

    /** The rest of a longer message is left unread, as by the engine. */
    private static final int LONGEST = 4_000;

    /** Whoever writes on without a full stop is cut here, so that judging stays linear. */
    private static final int MOST_WORDS = 60;

    private static final Set<String> ABBREVIATIONS =
            Set.of("st", "mt", "ft", "dr", "ave", "rd", "blvd", "ln", "ct", "mr", "mrs", "ms", "apt", "approx", "vs");

    private static final Map<String, String> AFTER_APOSTROPHE =
            Map.of("re", "are", "m", "am", "ve", "have", "ll", "will", "d", "would");

    private static final Set<String> BEFORE_IS =
            Set.of("what", "how", "that", "there", "who", "where", "it", "he", "she", "here", "when");

    private static final Map<String, String> SHORT_FORMS = Map.ofEntries(
            Map.entry("whats", "what is"),
            Map.entry("wats", "what is"),
            Map.entry("hows", "how is"),
            Map.entry("thats", "that is"),
            Map.entry("theres", "there is"),
            Map.entry("whos", "who is"),
            Map.entry("im", "i am"),
            Map.entry("ive", "i have"),
            Map.entry("dont", "do not"),
            Map.entry("cant", "can not"),
            Map.entry("cannot", "can not"),
            Map.entry("wont", "will not"),
            Map.entry("isnt", "is not"),
            Map.entry("arent", "are not"),
            Map.entry("doesnt", "does not"),
            Map.entry("didnt", "did not"),
            Map.entry("wouldnt", "would not"),
            Map.entry("shouldnt", "should not"),
            Map.entry("r", "are"),
            Map.entry("u", "you"),
            Map.entry("ur", "your"),
            Map.entry("ppl", "people"),
            Map.entry("nbhd", "neighborhood"),
            Map.entry("nite", "night"),
            Map.entry("wat", "what"),
            Map.entry("wanna", "want to"),
            Map.entry("gonna", "going to"),
            Map.entry("ok", "okay"),
            Map.entry("q", "que"),
            Map.entry("xq", "porque"));

    private final String message;
    private final List<Phrase> phrases = new ArrayList<>();
    private final StringBuilder words = new StringBuilder(" ");
    private final List<Phrase.Span> spans = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordStart;

    private Plain(String message) {
        this.message = message;
    }

    static List<Phrase> phrases(String message) {
        var plain = new Plain(clip(message));
        plain.read();
        return plain.phrases;
    }

    static String clip(String message) {
        return message.substring(0, Math.min(LONGEST, message.length()));
    }

    private void read() {
        for (int at = 0; at < message.length(); ) {
            int letter = message.codePointAt(at);
            int next = at + Character.charCount(letter);
            if (Character.isLetterOrDigit(letter) || isApostrophe(letter) && !word.isEmpty() && lettersAt(next)) {
                if (word.isEmpty()) wordStart = at;
                append(letter);
            } else if (Character.getType(letter) != Character.FORMAT
                    && Character.getType(letter) != Character.NON_SPACING_MARK) {
                part(letter, at);
            }
            at = next;
        }
        endWord(message.length());
        endPhrase();
    }

    private boolean lettersAt(int at) {
        return at < message.length() && Character.isLetter(message.codePointAt(at));
    }

    private static boolean isApostrophe(int letter) {
        return letter == '\'' || letter == '’' || letter == '‘' || letter == '`' || letter == '´';
    }

    private void append(int letter) {
        if (isApostrophe(letter)) {
            word.append('\'');
            return;
        }
        if (letter < 128) {
            word.append((char) Character.toLowerCase(letter));
            return;
        }
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(word::appendCodePoint);
    }

    private void part(int letter, int at) {
        var last = word.toString();
        if (letter == '+' && !last.isEmpty() && Character.isDigit(last.charAt(0))) word.append("plus");
        endWord(at);
        switch (letter) {
            case ',', ':', '(', ')', '"', '“', '”', '–', '—', '|' -> endClause(at);
            case '&' -> add("and", at, at + 1);
            case '%' -> add("percent", at, at + 1);
            case '?' -> {
                if (!spans.isEmpty()) add("?", at, at);
                endPhrase();
            }
            case '!', ';', '\n', '¿', '¡' -> endPhrase();
            case '.' -> {
                boolean abbreviates = ABBREVIATIONS.contains(last);
                boolean inside = at + 1 < message.length() && !Character.isWhitespace(message.charAt(at + 1));
                if (!abbreviates && !inside) endPhrase();
            }
            default -> {}
        }
    }

    private void endWord(int end) {
        if (word.isEmpty()) return;
        var plain = plain(word.toString());
        for (var each : plain.split(" ")) add(each, wordStart, end);
        word.setLength(0);
    }

    private static String plain(String word) {
        int apostrophe = word.indexOf('\'');
        if (apostrophe < 0) return SHORT_FORMS.getOrDefault(word, word);
        var before = word.substring(0, apostrophe);
        var after = word.substring(apostrophe + 1);
        if (after.equals("t")) return SHORT_FORMS.getOrDefault(before + "t", before + after);
        if (AFTER_APOSTROPHE.containsKey(after)) return before + " " + AFTER_APOSTROPHE.get(after);
        if (after.equals("s")) return BEFORE_IS.contains(before) ? before + " is" : before;
        return before + after;
    }

    private void add(String each, int start, int end) {
        if (each.isEmpty()) return;
        spans.add(new Phrase.Span(words.length(), start, end));
        words.append(each).append(' ');
        if (spans.size() >= MOST_WORDS) endPhrase();
    }

    private void endClause(int at) {
        if (!spans.isEmpty()) add(",", at, at);
    }

    private void endPhrase() {
        if (spans.isEmpty()) return;
        phrases.add(new Phrase(ProperNames.masked(words.toString(), spans, message), List.copyOf(spans)));
        words.setLength(1);
        spans.clear();
    }
}
