package io.doorstep.language;

/**
 * Lower case, straight quotes, plain blanks, char by char: the result has the same length, so that offsets hold for
 * both.
 */
final class Fold {

    private Fold() {}

    static String of(String text) {
        var folded = new char[text.length()];
        for (int at = 0; at < folded.length; at++) folded[at] = fold(text.charAt(at));
        return new String(folded);
    }

    private static char fold(char c) {
        return switch (c) {
            case '’', '‘', '`', '´' -> '\'';
            case '“', '”' -> '"';
            case '–', '—', '‑' -> '-';
            case '\n', '\r' -> '\n';
            default -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : Character.toLowerCase(c);
        };
    }
}
