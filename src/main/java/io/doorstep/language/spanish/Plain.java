package io.doorstep.language.spanish;

import java.text.Normalizer;
import java.util.Locale;

/** Lower case without accents: how people type on a phone, and how words are looked up. */
final class Plain {

    private Plain() {}

    /** Char by char, so that offsets hold. */
    static String of(CharSequence text) {
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) plain.append(plain(text.charAt(at)));
        return plain.toString();
    }

    /** A word as a key: accents that were typed as characters of their own are gone, too. */
    static String word(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static char plain(char c) {
        return switch (Character.toLowerCase(c)) {
            case 'á', 'à', 'â', 'ä', 'ã' -> 'a';
            case 'é', 'è', 'ê', 'ë' -> 'e';
            case 'í', 'ì', 'î', 'ï' -> 'i';
            case 'ó', 'ò', 'ô', 'ö' -> 'o';
            case 'ú', 'ù', 'û', 'ü' -> 'u';
            case 'ñ' -> 'n';
            case '\u00a0', '\t' -> ' ';
            case '’' -> '\'';
            case 'º' -> 'o';
            default -> Character.toLowerCase(c);
        };
    }
}
