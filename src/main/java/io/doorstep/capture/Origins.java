package io.doorstep.capture;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agency;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Which web pages may speak for an agency's visitors. */
final class Origins {

    private Origins() {}

    /**
     * The chat page itself is on our own origin; other pages need to be on the agency's list. A request without an origin comes from no
     * web page: nothing of a visitor's browser is at stake.
     *
     * @throws io.doorstep.platform.Refused origin-not-allowed
     */
    static void require(HttpServletRequest request, Agency agency) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || sameAs(origin, own(request))) {
            return;
        }
        if (agency.allowedOrigins().stream().noneMatch(allowed -> sameAs(origin, allowed))) {
            throw new Refusal.Forbidden(
                            "origin-not-allowed",
                            "This page may not use the agency's chat. Add its address under Settings, Widget, allowed sites.")
                    .asException();
        }
    }

    private static String own(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .replacePath(null)
                .build()
                .toUriString();
    }

    private static boolean sameAs(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String origin) {
        var lower = origin.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
