package io.doorstep.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The amounts that words hold, in every size they can be meant in: "650k", "650" and "half a million". */
final class Figures {

    private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    private static final Pattern THOUSANDS = Pattern.compile("[.,](?=\\d{3}(?:\\D|$))");
    private static final List<Double> SIZES = List.of(1.0, 1e3, 1e6);

    private static final Map<String, Double> WORDS = Map.ofEntries(
            Map.entry("studio", 0.0),
            Map.entry("half", 0.5),
            Map.entry("medio", 0.5),
            Map.entry("one", 1.0),
            Map.entry("un", 1.0),
            Map.entry("una", 1.0),
            Map.entry("single", 1.0),
            Map.entry("million", 1.0),
            Map.entry("two", 2.0),
            Map.entry("dos", 2.0),
            Map.entry("couple", 2.0),
            Map.entry("three", 3.0),
            Map.entry("tres", 3.0),
            Map.entry("four", 4.0),
            Map.entry("cuatro", 4.0),
            Map.entry("five", 5.0),
            Map.entry("cinco", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seis", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0));

    private Figures() {}

    /** Whether the words carry this amount. */
    static boolean hold(String words, double amount) {
        return in(words).stream()
                .anyMatch(figure -> SIZES.stream().anyMatch(size -> Math.abs(figure * size - amount) < 0.005));
    }

    private static List<Double> in(String words) {
        var figures = new ArrayList<Double>();
        DIGITS.matcher(words).results().forEach(found -> figures.add(plain(found.group())));
        LETTERS.matcher(words.toLowerCase(Locale.ROOT)).results().forEach(found -> {
            var figure = WORDS.get(found.group());
            if (figure != null) figures.add(figure);
        });
        return figures;
    }

    private static double plain(String digits) {
        var number = THOUSANDS.matcher(digits).replaceAll("").replace(',', '.');
        return number.indexOf('.') == number.lastIndexOf('.') ? Double.parseDouble(number) : Double.NaN;
    }
}
