package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** A web origin (RFC 6454): scheme, host and, where it is not the usual one, port. */
final class WebOrigin {

    private WebOrigin() {}

    static String parse(String text) {
        try {
            var uri = new URI(text.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var bare = (uri.getPath() == null
                            || uri.getPath().isEmpty()
                            || uri.getPath().equals("/"))
                    && uri.getQuery() == null;
            if (uri.getHost() != null && bare && (scheme.equals("https") || scheme.equals("http"))) {
                return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT)
                        + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            }
        } catch (URISyntaxException unreadable) {
            // falls through to the refusal
        }
        throw Refusal.Invalid.field(
                        "allowedOrigins", "takes web addresses without a path, such as https://www.example.com.")
                .asException();
    }

    static String of(HttpServletRequest request) {
        var usual = request.getScheme().equals("https") ? 443 : 80;
        var port = request.getServerPort() == usual ? "" : ":" + request.getServerPort();
        return request.getScheme() + "://" + request.getServerName() + port;
    }
}
