package io.doorstep.language.spanish;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in digits and English marks: "seiscientos cincuenta mil", "650.000", "dos baños y medio", "medio millón". */
final class Figures {

    private static final Map<String, Integer> VALUES = Map.ofEntries(
            entry("un", 1),
            entry("una", 1),
            entry("uno", 1),
            entry("dos", 2),
            entry("tres", 3),
            entry("cuatro", 4),
            entry("cinco", 5),
            entry("seis", 6),
            entry("siete", 7),
            entry("ocho", 8),
            entry("nueve", 9),
            entry("diez", 10),
            entry("once", 11),
            entry("doce", 12),
            entry("trece", 13),
            entry("catorce", 14),
            entry("quince", 15),
            entry("dieciseis", 16),
            entry("diecisiete", 17),
            entry("dieciocho", 18),
            entry("diecinueve", 19),
            entry("veinte", 20),
            entry("veinticinco", 25),
            entry("treinta", 30),
            entry("cuarenta", 40),
            entry("cincuenta", 50),
            entry("sesenta", 60),
            entry("setenta", 70),
            entry("ochenta", 80),
            entry("noventa", 90),
            entry("cien", 100),
            entry("ciento", 100),
            entry("doscientos", 200),
            entry("trescientos", 300),
            entry("cuatrocientos", 400),
            entry("quinientos", 500),
            entry("seiscientos", 600),
            entry("setecientos", 700),
            entry("ochocientos", 800),
            entry("novecientos", 900));

    private static final String SMALL = "(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce"
            + "|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte|veinticinco|treinta|cuarenta|cincuenta"
            + "|sesenta|setenta|ochenta|noventa)";
    private static final String HUNDRED = "(?:cien|ciento|doscientos|trescientos|cuatrocientos|quinientos|seiscientos"
            + "|setecientos|ochocientos|novecientos)";
    private static final String BELOW_THOUSAND =
            "(?:" + HUNDRED + "(?: " + SMALL + "(?: y " + SMALL + ")?)?|" + SMALL + "(?: y " + SMALL + ")?)";

    /** "650 mil", "2 mil 500", "un millón y medio", "mil ochocientos". */
    private static final Pattern LARGE =
            Pattern.compile("(?<![\\w.,])(?:(?:\\d{1,4}(?:[.,]\\d{1,3})?|un|medio|" + BELOW_THOUSAND + ") ?)?"
                    + "(?<![a-z])(?:mil|millon(?:es)?)(?! gracias)(?: mil)?"
                    + "(?: (?:\\d{3}(?!\\d)|" + HUNDRED + "(?: " + SMALL + "(?: y " + SMALL
                    + ")?)?)(?: mil)?)?(?: y medio)?\\b");

    private static final Pattern WORDS = Pattern.compile("\\b" + BELOW_THOUSAND + "\\b(?! mil)");

    private static final Pattern DOTTED = Pattern.compile("(?<![\\d.,+-])\\d{1,3}(?:\\.\\d{3})+(?![\\d-]|[.,]\\d)");

    private static final String ROOM = "(?:rec(?:amaras?)?|habitacion(?:es)?|dormitorios?|cuartos?|alcobas?|bano)s?\\b";

    /** "Una recámara" counts, "una casa" does not. */
    private static final Pattern ONE_ROOM = Pattern.compile("\\buna? (?:sol[oa] )?(?=" + ROOM + ")(?!cuarto de )");

    private static final Pattern ABOUT = Pattern.compile("\\b(?:como )?(?:unos|unas|como) (?=\\$? ?\\d)");
    private static final Pattern NOT = Pattern.compile("\\bno (?=\\d+\\W*$)");

    private static final Pattern ONE_ALONE =
            Pattern.compile("^\\W*(?:(?:con|solo|solamente) )?un[oa]?(?: sol[oa])?\\W*$");

    private static final Pattern HALF_AFTER = Pattern.compile("\\b(\\d|una?) banos? y medio\\b");
    private static final Pattern HALF_BEFORE = Pattern.compile("\\b(\\d)(?: y medio\\b|(?: 1/2|,5)(?= banos?\\b))");

    private Figures() {}

    static MappedText in(MappedText text) {
        return text.rewritten(LARGE, found -> shortened(value(found.group())))
                .rewritten(WORDS, found -> value(found.group()).toPlainString())
                .rewritten(DOTTED, found -> found.group().replace('.', ','))
                .rewritten(ABOUT, found -> "about ")
                .rewritten(NOT, found -> "not ")
                .rewritten(HALF_AFTER, found -> half(found) + " baths")
                .rewritten(HALF_BEFORE, Figures::half)
                .rewritten(ONE_ROOM, found -> "1 ")
                .rewritten(ONE_ALONE, found -> "1");
    }

    /** Whether a word is a number. */
    static boolean names(String plain) {
        return VALUES.containsKey(plain) || plain.equals("millon") || plain.equals("millones");
    }

    private static String half(MatchResult found) {
        return (found.group(1).startsWith("u") ? "1" : found.group(1)) + ".5";
    }

    /** "650k" and "1.5 million", so that the scale is heard for both ends of "entre 500 y 650 mil". */
    private static String shortened(BigDecimal value) {
        var million = BigDecimal.valueOf(1_000_000);
        var thousand = BigDecimal.valueOf(1_000);
        if (value.compareTo(million) >= 0)
            return value.divide(million).stripTrailingZeros().toPlainString() + " million";
        return value.remainder(thousand).signum() == 0
                ? value.divide(thousand).stripTrailingZeros().toPlainString() + "k"
                : value.toBigInteger().toString();
    }

    private static BigDecimal value(String words) {
        var total = BigDecimal.ZERO;
        var current = BigDecimal.ZERO;
        var scale = BigDecimal.ONE;
        for (var word : words.strip().split(" +|(?<=\\d)(?=[a-z])")) {
            var said = number(word);
            if (said != null) {
                current = current.add(said);
            } else if (word.equals("medio") && current.signum() == 0 && total.signum() == 0) {
                current = new BigDecimal("0.5");
            } else if (word.equals("medio")) {
                total = total.add(scale.divide(BigDecimal.TWO));
            } else if (word.startsWith("mil")) {
                scale = BigDecimal.valueOf(word.equals("mil") ? 1_000 : 1_000_000);
                total = total.add(current.max(current.signum() == 0 ? BigDecimal.ONE : current)
                        .multiply(scale));
                current = BigDecimal.ZERO;
            }
        }
        return total.add(current);
    }

    private static @Nullable BigDecimal number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            boolean thousands = word.matches("\\d+[.,]\\d{3}");
            return new BigDecimal(thousands ? word.replaceAll("[.,]", "") : word.replace(',', '.'));
        }
        var value = VALUES.get(word);
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
