package io.doorstep.capture;

/** What a person typed, made fit to be stored and shown. The raw touch keeps it as it was sent. */
public final class InboundText {

    private InboundText() {}

    /**
     * Without control characters but for line breaks and tabs, without characters that only steer the direction of text around
     * them, half surrogate pairs replaced, blank ends stripped. Emoji joiners and right-to-left letters stay.
     */
    public static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(InboundText::isKept).map(InboundText::whole).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isKept(int c) {
        return c == '\n' || c == '\t' || !(Character.isISOControl(c) || steersDirection(c) || c == 0xFEFF);
    }

    /** Embeddings, overrides and isolates reach beyond the message and can disguise what stands after it. */
    private static boolean steersDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static int whole(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c;
    }
}
