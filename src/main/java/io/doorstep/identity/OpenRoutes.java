package io.doorstep.identity;

import java.util.List;

/** What is asked under {@code /api} before anyone is signed in. The one list: the security chain lets these in, and the contract says so. */
public final class OpenRoutes {

    static final List<String> POSTS = List.of(
            "/api/sign-up",
            "/api/sign-in",
            "/api/token",
            "/api/token/refresh",
            "/api/token/revoke",
            "/api/sign-out",
            "/api/sign-in/link",
            "/api/sign-in/link/open",
            "/api/links/look",
            "/api/links/code",
            "/api/new-password",
            "/api/new-password/link");

    private OpenRoutes() {}

    public static boolean contain(String method, String path) {
        return path.startsWith("/public/")
                || path.startsWith("/api/sign-in/")
                || method.equals("POST") && POSTS.contains(path);
    }
}
