package io.doorstep.model;

import static java.util.Locale.ROOT;

import io.doorstep.language.Language;
import io.doorstep.language.guard.Grounds;
import io.doorstep.language.guard.OutputGuard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether other words still say what a draft says, no more and no less, as far as that can be told without understanding them: its
 * figures, names and times, its questions word for word, its "not"s. What may be said at all is the {@link OutputGuard}'s to judge.
 */
final class Rewording {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d'’.,:$€£-]*");
    private static final Pattern EDGE = Pattern.compile("[.,:'’-]+$");
    private static final Pattern MARKUP = Pattern.compile("[<>{}\\[\\]*_#`|@\\\\!]|https?:|www\\.");
    private static final Pattern NOT = Pattern.compile(
            "(?iu)\\b(?:not|no|never|nothing|none|without|cannot|nunca|nada|sin|ning\\w+)\\b|n['’]t\\b");

    /** Say a figure, a day or a promise without a digit or a capital letter. */
    private static final Set<String> WEIGHTY = Set.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "half",
            "dozen",
            "hundred",
            "thousand",
            "million",
            "today",
            "tonight",
            "tomorrow",
            "noon",
            "midnight",
            "morning",
            "afternoon",
            "evening",
            "weekend",
            "week",
            "month",
            "guarantee",
            "guaranteed",
            "promise",
            "free",
            "discount",
            "human",
            "person",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "mil",
            "hoy",
            "mañana",
            "gratis");

    private static final int RUN = 6;

    private final String draft;
    private final Grounds grounds;
    private final List<String> questions;
    private final Set<String> said;
    private final Set<String> fixed;
    private final Set<String> promptRuns;

    /** @param prompt what the model was told: no run of it is an answer */
    Rewording(String draft, Language language, Prompt prompt) {
        this.draft = draft;
        this.grounds = Grounds.of(draft, language);
        this.questions = sentences(draft).stream().filter(Rewording::isQuestion).toList();
        this.said = new HashSet<>(
                words(draft).stream().map(word -> word.toLowerCase(ROOT)).toList());
        this.fixed = fixed(draft);
        this.promptRuns = runs(prompt.text());
        this.promptRuns.removeAll(runs(draft));
    }

    static List<String> sentences(String words) {
        return SENTENCE_END
                .splitAsStream(words.strip())
                .filter(each -> !each.isBlank())
                .toList();
    }

    /** There is nothing to put better about a question that has to stay as it is. */
    boolean worthwhile() {
        return questions.size() < sentences(draft).size();
    }

    /** Whether this sentence may be shown: it holds nothing that the draft does not. */
    boolean allows(String sentence) {
        if (MARKUP.matcher(sentence).find()) return false;
        if (isQuestion(sentence) && !questions.contains(sentence.strip())) return false;
        return said.containsAll(fixed(sentence))
                && runs(sentence).stream().noneMatch(promptRuns::contains)
                && OutputGuard.allows(sentence, grounds);
    }

    /** Whether the whole says all of the draft. */
    boolean keeps(String words) {
        var sentences = sentences(words);
        var heard = new HashSet<>(
                words(words).stream().map(word -> word.toLowerCase(ROOT)).toList());
        return sentences.stream().allMatch(this::allows)
                && heard.containsAll(fixed)
                && sentences.stream().filter(Rewording::isQuestion).toList().equals(questions)
                && negations(words) == negations(draft)
                && words.length() <= draft.length() * 3 / 2 + 60
                && heard.stream().filter(said::contains).count() * 3 >= heard.size();
    }

    private static boolean isQuestion(String sentence) {
        return sentence.contains("?");
    }

    private static long negations(String words) {
        return NOT.matcher(words).results().count();
    }

    /** Figures, names and weighty words, in lower case. A capital letter at the beginning of a sentence makes no name. */
    private static Set<String> fixed(String text) {
        var fixed = new HashSet<String>();
        for (var sentence : sentences(text)) {
            var first = true;
            for (var word : words(sentence)) {
                var name = !first && Character.isUpperCase(word.codePointAt(0)) && !word.matches("I(?:['’].*)?");
                var figure = word.chars().anyMatch(Character::isDigit);
                var lower = word.toLowerCase(ROOT);
                if (name || figure || WEIGHTY.contains(lower)) fixed.add(lower);
                first = false;
            }
        }
        return fixed;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> EDGE.matcher(found.group()).replaceAll(""))
                .toList();
    }

    private static Set<String> runs(String text) {
        var words = new ArrayList<>(words(text.toLowerCase(ROOT)));
        var runs = new HashSet<String>();
        for (var at = 0; at + RUN <= words.size(); at++) runs.add(String.join(" ", words.subList(at, at + RUN)));
        return runs;
    }
}
