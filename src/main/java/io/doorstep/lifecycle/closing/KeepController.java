package io.doorstep.lifecycle.closing;

import io.doorstep.lifecycle.SuspendAgency;
import io.doorstep.tenancy.standing.Register;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a {@link KeepLinks keep link}: plain HTML, for nobody can sign in. The token is the whole permission. */
@Controller
@Hidden
class KeepController {

    private static final String TOKEN = "/keep/{token:[A-Za-z0-9_-]+}";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy 'at' HH:mm 'UTC'", Locale.ENGLISH);

    private final KeepLinks links;
    private final SuspendAgency suspendAgency;

    KeepController(KeepLinks links, SuspendAgency suspendAgency) {
        this.links = links;
        this.suspendAgency = suspendAgency;
    }

    @GetMapping(TOKEN)
    ModelAndView page(@PathVariable String token) {
        return links.entryOf(token).map(entry -> page(entry, token)).orElseGet(KeepController::nowhere);
    }

    @PostMapping(TOKEN)
    ModelAndView keep(@PathVariable String token) {
        return links.entryOf(token)
                .filter(entry -> suspendAgency.keep(entry.id()))
                .map(entry -> new ModelAndView("lifecycle/keep")
                        .addObject("name", entry.name())
                        .addObject("kept", true))
                .orElseGet(KeepController::nowhere);
    }

    private static ModelAndView page(Register.Entry entry, String token) {
        return new ModelAndView("lifecycle/keep")
                .addObject("name", entry.name())
                .addObject("kept", false)
                .addObject("token", token)
                .addObject(
                        "day",
                        DAY.format(java.util.Objects.requireNonNull(entry.eraseAt())
                                .atOffset(ZoneOffset.UTC)));
    }

    private static ModelAndView nowhere() {
        return new ModelAndView("public/not-found", HttpStatus.NOT_FOUND);
    }
}
