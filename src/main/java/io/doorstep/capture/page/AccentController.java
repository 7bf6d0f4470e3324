package io.doorstep.capture.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An agency's colour as a style sheet of one rule, so that no page needs a style inside its HTML and no policy an exception. */
@RestController
class AccentController {

    @GetMapping("/public/accent/{hue:\\d{1,3}}.css")
    ResponseEntity<String> accent(@PathVariable int hue) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css"))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(":root{--accent-h:%d}".formatted(hue % 360));
    }
}
