package io.doorstep.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * {@code Cross-Origin-Resource-Policy}: other sites may load the widget's loader, what it asks, and the chat that stands in their frame; nothing
 * else of ours. Written for every answer, also of files.
 */
final class ResourcePolicy implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI();
        var open = path.equals("/widget.js") || path.startsWith("/chat/") || path.startsWith("/public/");
        response.setHeader("Cross-Origin-Resource-Policy", open ? "cross-origin" : "same-origin");
    }
}
