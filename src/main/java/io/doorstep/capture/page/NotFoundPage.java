package io.doorstep.capture.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** For people who followed an old or broken link; says the same whatever the reason. */
final class NotFoundPage {

    private static final Look PLAIN = new Look(":root{--accent-h:172}");

    private NotFoundPage() {}

    static String show(Model model, PageFiles files, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        response.setHeader("Content-Security-Policy", PLAIN.policy());
        model.addAttribute("look", PLAIN).addAttribute("files", files);
        return "public/not-found";
    }
}
