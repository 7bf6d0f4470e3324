package io.doorstep.capture.page;

import io.doorstep.conversation.Greeting;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agency;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The chat, as a page of its own and in the widget's frame. */
@Controller
class ChatPageController {

    private final PublicAgencies agencies;
    private final PageFiles files;

    ChatPageController(PublicAgencies agencies, PageFiles files) {
        this.agencies = agencies;
        this.files = files;
    }

    /** What the loader must know before it draws: no more than the agency's own site shows to everyone, so any site may read it. */
    record Launcher(String name, int hue) {}

    @GetMapping("/chat/{siteKey}/launcher")
    ResponseEntity<Launcher> launcher(@PathVariable String siteKey) {
        var agency = agencies.bySiteKey(siteKey).orElseThrow(ChatPageController::unknownSiteKey);
        return ResponseEntity.ok()
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(new Launcher(agency.name(), agency.accentHue()));
    }

    @GetMapping("/chat/{siteKey}")
    String chat(@PathVariable String siteKey, Model model, HttpServletResponse response) {
        return agencies.bySiteKey(siteKey).map(agency -> page(agency, model, response)).orElseGet(() -> NotFoundPage.show(model, files, response));
    }

    private String page(Agency agency, Model model, HttpServletResponse response) {
        var look = Look.of(agency);
        response.setHeader("Content-Security-Policy", look.policyFramedBy(agency.allowedOrigins()));
        model.addAttribute("agency", agency)
                .addAttribute("look", look)
                .addAttribute("files", files)
                .addAttribute("greeting", Greeting.of(agency.assistantName(), agency.name()));
        return "public/chat";
    }

    private static RuntimeException unknownSiteKey() {
        return new Refusal.NotFound("unknown-site-key", "No agency has this site key. Copy the snippet from Settings again.").asException();
    }
}
