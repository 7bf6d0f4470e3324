package io.doorstep.capture.page;

import io.doorstep.conversation.Greeting;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agency;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The chat, as a page of its own and in the widget's frame. */
@Controller
@Hidden
class ChatPageController {

    private final PublicAgencies agencies;

    ChatPageController(PublicAgencies agencies) {
        this.agencies = agencies;
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
    ModelAndView chat(@PathVariable String siteKey, HttpServletResponse response) {
        return agencies.bySiteKey(siteKey).map(agency -> page(agency, response)).orElseGet(PublicPage::notFound);
    }

    private static ModelAndView page(Agency agency, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", FramePolicy.framedBy(agency.allowedOrigins()));
        return PublicPage.of(agency, "public/chat")
                .addObject("greeting", Greeting.of(agency.assistantName(), agency.name()));
    }

    private static RuntimeException unknownSiteKey() {
        return new Refusal.NotFound(
                        "unknown-site-key", "No agency has this site key. Copy the snippet from Settings again.")
                .asException();
    }
}
