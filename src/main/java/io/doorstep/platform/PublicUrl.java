package io.doorstep.platform;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people reach this installation ({@code DOORSTEP_URL}). Links in e-mails and the return address of a sign-in elsewhere start with
 * it, never with the host that a request claims: a forged one would carry the link's secret away.
 */
@Component
public class PublicUrl {

    private final String origin;
    private final boolean named;

    public PublicUrl(@Value("${doorstep.url:}") String url, @Value("${server.port:8080}") int port) {
        this.named = !url.isBlank();
        this.origin = named ? originOf(url.strip()) : "http://localhost:" + port;
    }

    /** Whether the operator named it; without that it is this machine's own. */
    public boolean named() {
        return named;
    }

    /** Scheme, host and, where it is not the usual one, port. */
    public String origin() {
        return origin;
    }

    public String host() {
        return URI.create(origin).getHost();
    }

    /** @param path from the root, such as {@code /sign-in} */
    public String to(String path) {
        return origin + path;
    }

    private static String originOf(String url) {
        var uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        var bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
        if (!web || uri.getHost() == null || !bare || uri.getRawQuery() != null || uri.getRawUserInfo() != null) {
            throw new IllegalStateException(
                    "DOORSTEP_URL takes an address without a path, such as https://doorstep.example");
        }
        return uri.toString();
    }
}
