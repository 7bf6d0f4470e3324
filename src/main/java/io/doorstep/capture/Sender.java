package io.doorstep.capture;

import org.jspecify.annotations.Nullable;

/** Where a touch came from in the network: evidence of consent, and the trail of spam. */
public record Sender(
        @Nullable String page,
        @Nullable String ip,
        @Nullable String userAgent) {

    private static final int LONGEST = 500;

    public Sender {
        page = cut(page);
        ip = cut(ip);
        userAgent = cut(userAgent);
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var clean = InboundText.clean(text);
        return clean.length() <= LONGEST ? clean : InboundText.clean(clean.substring(0, LONGEST));
    }
}
