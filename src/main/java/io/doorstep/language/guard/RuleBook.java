package io.doorstep.language.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of rules. Its lines are of four kinds; an indented line goes on with what the last one began:
 *
 * <pre>
 * version 1
 * (place) = neighborhood|area|part of town       a vocabulary
 * safety.area: (safe) ..3 (place)                a rule; each further line is another wording
 *   also tenants?|renters?                       only in a sentence with these words too
 *   unless (fixture)                             harmless in a sentence with these words
 *   not after my ..2                             harmless right after these words
 * </pre>
 *
 * Words are plain ({@link Phrase}); {@code ..3} stands for up to three words, a {@code (name)} for a vocabulary; the rest is a regular expression
 * over whole words.
 */
final class RuleBook {

    private static final Pattern GAP = Pattern.compile(" \\.\\.(\\d) ");
    private static final Pattern NAME = Pattern.compile("\\(([a-z-]+)\\)");

    final String version;
    final List<Rule> rules;

    private final Map<String, String> vocabulary = new LinkedHashMap<>();

    private RuleBook(String file, List<String> lines) {
        var read = new ArrayList<Rule>();
        var number = "";
        for (var block : blocks(lines)) {
            var first = block.getFirst();
            int equals = first.indexOf(") =");
            if (first.startsWith("version ")) number = first.substring("version ".length());
            else if (first.startsWith("(") && equals > 0)
                vocabulary.put(first.substring(1, equals), filled(vocabulary(first.substring(equals + 3), block)));
            else read.add(rule(block));
        }
        version = file + "." + number;
        rules = List.copyOf(read);
    }

    static RuleBook of(String file) {
        try (var stream = RuleBook.class.getResourceAsStream("/guard/" + file + ".txt")) {
            if (stream == null) throw new IllegalStateException("no rules are packed as " + file);
            return new RuleBook(
                    file,
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<List<String>> blocks(List<String> lines) {
        var blocks = new ArrayList<List<String>>();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (!line.startsWith(" ")) blocks.add(new ArrayList<>());
            blocks.getLast().add(line.strip());
        }
        return blocks;
    }

    private static String vocabulary(String first, List<String> block) {
        return first.strip() + String.join("", block.subList(1, block.size()));
    }

    private Rule rule(List<String> block) {
        var first = block.getFirst();
        int colon = first.indexOf(':');
        if (colon < 0) throw new IllegalStateException("neither rule nor vocabulary: " + first);
        var wordings = new ArrayList<String>();
        var also = new ArrayList<Pattern>();
        var unless = new ArrayList<Pattern>();
        var notAfter = new ArrayList<Pattern>();
        if (colon + 1 < first.length()) wordings.add(first.substring(colon + 1).strip());
        for (var line : block.subList(1, block.size())) {
            if (line.startsWith("also ")) also.add(words(line.substring("also ".length())));
            else if (line.startsWith("unless ")) unless.add(words(line.substring("unless ".length())));
            else if (line.startsWith("not after ")) notAfter.add(before(line.substring("not after ".length())));
            else wordings.add(line);
        }
        return new Rule(first.substring(0, colon), words(String.join("|", wordings)), also, unless, notAfter);
    }

    private Pattern words(String wording) {
        return Pattern.compile("(?<= )(?:" + filled(wording) + ")(?= )");
    }

    /** A gap at the end of the wording reaches up to the words in question. */
    private Pattern before(String wording) {
        return Pattern.compile("(?<= )(?:" + filled(wording + " ").stripTrailing() + ") $");
    }

    private String filled(String wording) {
        var gaps = GAP.matcher(wording).replaceAll("(?: [^ ]+){0,$1} ");
        return NAME.matcher(gaps).replaceAll(name -> {
            var words = vocabulary.get(name.group(1));
            if (words == null) throw new IllegalStateException("no such vocabulary: " + name.group());
            return Matcher.quoteReplacement("(?:" + words + ")");
        });
    }
}
