package io.doorstep.capture.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.tenancy.Agency;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An agency's colour on a public page, and the content security policy that lets in this one style and nothing else inline.
 *
 * @param style the text of the page's one style element
 */
public record Look(String style) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:\\d{1,5})?");

    public static Look of(Agency agency) {
        return new Look(":root{--accent-h:%d}".formatted(agency.accentHue()));
    }

    /** For a page that nobody may frame. */
    public String policy() {
        return policy("'none'");
    }

    /** For the chat: our own pages and the agency's sites may frame it. What is no origin does not get into the header. */
    String policyFramedBy(List<String> origins) {
        var framers = new StringBuilder("'self'");
        origins.stream().filter(origin -> ORIGIN.matcher(origin).matches()).forEach(origin -> framers.append(' ').append(origin));
        return policy(framers.toString());
    }

    private String policy(String framers) {
        return ("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-%s'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
                        + "frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors %s")
                .formatted(hash(), framers);
    }

    private String hash() {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
