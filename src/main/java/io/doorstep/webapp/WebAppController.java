package io.doorstep.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** One page for all routes of the web app, never cached; its files have content hashes in their names and are cached for good. */
@Controller
@Hidden
class WebAppController {

    private static final String BEFORE = "<div id=\"root\">";

    private final BootData bootData;

    WebAppController(BootData bootData) {
        this.bootData = bootData;
    }

    @GetMapping({
        "/",
        "/sign-in",
        "/sign-in/link",
        "/forgot",
        "/new-password",
        "/sign-up",
        "/second-step",
        "/join",
        "/today",
        "/board",
        "/inbox",
        "/inbox/{id}",
        "/leads",
        "/leads/{id}",
        "/calendar",
        "/analytics",
        "/settings",
        "/settings/{page}"
    })
    ResponseEntity<String> page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = new ClassPathResource("static/app/index.html");
        if (!page.exists()) {
            return ResponseEntity.status(503)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body("The web app is not part of this build. Build it with `make build`.");
        }
        var html = page.getContentAsString(UTF_8);
        var boot = "<script type=\"application/json\" id=\"doorstep-boot\">" + bootData.of(request, response)
                + "</script>";
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(html.replace(BEFORE, boot + BEFORE));
    }
}
