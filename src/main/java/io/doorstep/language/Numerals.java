package io.doorstep.language;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Amounts in words: "six hundred fifty thousand", "half a million", "one point two million", and as people say prices:
 * "six fifty".
 */
final class Numerals {

    private static final List<String> SMALL = List.of(
            "zero",
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
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static final String COUNT = "(?:" + String.join("|", SMALL) + "|" + String.join("|", TENS) + ")";
    private static final String SCALE = "(?:hundred|thousand|grand|million|mil)";
    private static final String PART = "(?:half|quarter)";

    /** "Thousand" alone can be a name; a count, a half or an article makes it an amount. */
    static final String WORDS =
            "(?:(?:" + COUNT + "|a(?= " + SCALE + "\\b)|(?:a )?" + PART + "(?:(?: of)? a)?(?= " + SCALE
                    + "\\b))(?:[ -](?:" + COUNT + "|" + SCALE + "|point(?= " + COUNT + ")|and a " + PART
                    + "|(?<=hundred )and(?= " + COUNT + "\\b(?! " + SCALE + "))))*)\\b";

    private static final Pattern SPACES = Pattern.compile("[ -]+");

    /** @param scaled thousands or millions were said */
    record Numeral(double value, boolean scaled) {}

    private double total;
    private double current;
    private double scale = 1;
    private double decimal;
    private boolean lastWasCount;
    private boolean scaled;

    private Numerals() {}

    /** @param words what {@link #WORDS} matched */
    static Numeral of(String words) {
        var numerals = new Numerals();
        SPACES.splitAsStream(words).forEach(numerals::take);
        return new Numeral(numerals.total + numerals.current, numerals.scaled);
    }

    private void take(String word) {
        switch (word) {
            case "a", "of", "and" -> {}
            case "point" -> decimal = 0.1;
            case "half", "quarter" -> addPart(word.equals("half") ? 0.5 : 0.25);
            case "hundred" -> current = Math.max(current, 1) * 100;
            case "thousand", "grand" -> close(1_000);
            case "million", "mil" -> close(1_000_000);
            default -> count(SMALL.contains(word) ? SMALL.indexOf(word) : (TENS.indexOf(word) + 2) * 10);
        }
        lastWasCount = SMALL.contains(word);
    }

    /** A million and a half is a half of a million more. */
    private void addPart(double part) {
        if (total > 0 && current == 0) total += part * scale;
        else current += part;
    }

    private void close(double by) {
        total += (current == 0 ? 1 : current) * by;
        current = 0;
        decimal = 0;
        scale = by;
        scaled = true;
    }

    /** "Six fifty" is six hundred and fifty. */
    private void count(int count) {
        if (decimal > 0) {
            current += count * decimal;
            decimal /= 10;
        } else {
            current = lastWasCount && count >= 10 ? current * 100 + count : current + count;
        }
    }
}
