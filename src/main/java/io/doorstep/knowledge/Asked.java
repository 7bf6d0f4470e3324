package io.doorstep.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked in a turn's words: its questions one by one, without the words that only carry them. */
final class Asked {

    /** More than this in one turn is no question. */
    private static final int MOST = 6;

    private static final int LONGEST = 500;

    /** Courtesy and lead-in, in both languages: they say nothing about what is asked. */
    private static final Set<String> CARRIERS = Set.of(("""
            hi hello hey hiya dear thanks thank thx please pls ok okay yes yeah no sure well so just also actually really
            quick quickly question questions ask asking asked wonder wondering wondered curious tell know knows let mean
            want wanted wants like would could should can need needs may might maybe perhaps guess think sorry btw anyway
            morning afternoon evening there guys folks one thing something anything get got gonna wanna
            much many someone somebody anyone anybody somewhere go going come coming
            hola buenas alguien cuanto cuánto cuanta cuánta buenos dias días tardes noches gracias favor porfavor pregunta preguntas duda quisiera quiero
            queria quería saber sabe sabes decir dime digame dígame puede puedo podria podría puedes necesito tengo
            """).strip().split("\\s+"));

    private Asked() {}

    static List<String> in(String words) {
        var sentences = Arrays.stream(words.split("(?<=[?!.])\\s+|\\n+"))
                .filter(sentence -> !sentence.isBlank())
                .toList();
        var questions =
                sentences.stream().filter(sentence -> sentence.contains("?")).toList();
        return (questions.isEmpty() ? sentences : questions)
                .stream()
                        .limit(MOST)
                        .map(Asked::content)
                        .filter(content -> !content.isBlank())
                        .toList();
    }

    private static String content(String sentence) {
        var clipped = sentence.substring(0, Math.min(LONGEST, sentence.length()));
        return Arrays.stream(clipped.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'’-]+"))
                .map(word -> word.replaceFirst("['’](?:m|re|ve|ll|d|s|t)$", ""))
                .filter(word -> !CARRIERS.contains(word))
                .collect(Collectors.joining(" "));
    }
}
