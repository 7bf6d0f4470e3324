package io.doorstep.capture.page;

import io.doorstep.identity.Csp;
import java.util.List;
import java.util.regex.Pattern;

/** The chat's content security policy: nothing inline, nothing foreign, and framed by our own pages and the agency's sites alone. */
final class FramePolicy {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:\\d{1,5})?");

    private FramePolicy() {}

    /** What is not an origin does not get into the header. */
    static String framedBy(List<String> origins) {
        var framers = new StringBuilder("'self'");
        origins.stream()
                .filter(origin -> ORIGIN.matcher(origin).matches())
                .forEach(origin -> framers.append(' ').append(origin));
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors " + framers
                + "; " + Csp.NO_MARKUP_FROM_TEXT;
    }
}
