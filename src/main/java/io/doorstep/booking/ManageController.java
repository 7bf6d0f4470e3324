package io.doorstep.booking;

import io.doorstep.pipeline.Actor;
import io.doorstep.platform.Refused;
import io.doorstep.platform.Tokens;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The public page of one appointment: {@code GET /a/{token}}, plain HTML forms, no script needed. The token is the whole permission.
 *
 * <p>Template {@code booking/appointment}. Its model:
 *
 * <ul>
 *   <li>{@code page}: {@link ManagePage.Model}, or absent when the link leads nowhere (status 404);
 *   <li>{@code token}: for the forms' targets {@code /a/{token}/reschedule} (fields {@code slot}, {@code version}) and {@code /a/{token}/cancel}
 *       (fields {@code reason}, {@code version}), and for {@code /a/{token}.ics};
 *   <li>{@code done}: {@code moved}, {@code cancelled} or absent: what the visitor has just done;
 *   <li>{@code problem}: a sentence that says why it was not done and what to do, or absent.
 * </ul>
 */
@Controller
@Hidden
class ManageController {

    private static final String TOKEN = "/a/{token:[A-Za-z0-9_-]+}";

    private final ManageLinks links;
    private final ManagePage manage;
    private final Reschedule reschedule;
    private final Cancel cancel;
    private final AppointmentViews views;
    private final CalendarFile file;

    ManageController(
            ManageLinks links,
            ManagePage manage,
            Reschedule reschedule,
            Cancel cancel,
            AppointmentViews views,
            CalendarFile file) {
        this.links = links;
        this.manage = manage;
        this.reschedule = reschedule;
        this.cancel = cancel;
        this.views = views;
        this.file = file;
    }

    @GetMapping(TOKEN)
    ModelAndView page(@PathVariable String token, @RequestParam(required = false) @Nullable String done) {
        return within(token, claim -> shown(claim, token, done, null));
    }

    @PostMapping(TOKEN + "/reschedule")
    ModelAndView reschedule(
            @PathVariable String token, @RequestParam(defaultValue = "") String slot, @RequestParam int version) {
        return within(token, claim -> {
            var chosen = Slot.of(slot);
            if (chosen.isEmpty()) return refused(claim, token, "Choose one of the times first.");
            try {
                return switch (reschedule.toFree(claim.subject(), version, chosen.get(), Actor.LEAD)) {
                    case Booking.Booked _ -> backTo(token, "moved");
                    case Booking.SlotTaken _ ->
                        refused(
                                claim,
                                token,
                                "This time has just been taken. Choose another one; your appointment stands as it was.");
                };
            } catch (Refused no) {
                return refused(claim, token, no.refusal().detail());
            }
        });
    }

    @PostMapping(TOKEN + "/cancel")
    ModelAndView cancel(
            @PathVariable String token, @RequestParam(defaultValue = "") String reason, @RequestParam int version) {
        return within(token, claim -> {
            try {
                var why = reason.isBlank() ? null : reason.substring(0, Math.min(500, reason.length()));
                cancel.cancel(claim.subject(), version, why, Actor.LEAD);
                return backTo(token, "cancelled");
            } catch (Refused no) {
                return refused(claim, token, no.refusal().detail());
            }
        });
    }

    @GetMapping(TOKEN + ".ics")
    ResponseEntity<String> calendarFile(@PathVariable String token) {
        return links.claimOf(token)
                .map(claim ->
                        TenantScope.callIn(new TenantId(claim.tenant()), () -> file.of(views.find(claim.subject()))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ModelAndView within(String token, Function<Tokens.Claim, ModelAndView> work) {
        return links.claimOf(token)
                .map(claim -> TenantScope.callIn(new TenantId(claim.tenant()), () -> work.apply(claim)))
                .orElseGet(ManageController::nowhere);
    }

    private ModelAndView shown(Tokens.Claim claim, String token, @Nullable String done, @Nullable String problem) {
        try {
            var view = new ModelAndView("booking/appointment");
            view.addObject("page", manage.of(claim.subject()));
            view.addObject("token", token);
            view.addObject("done", done);
            view.addObject("problem", problem);
            return view;
        } catch (Refused gone) {
            return nowhere();
        }
    }

    private ModelAndView refused(Tokens.Claim claim, String token, String problem) {
        var view = shown(claim, token, null, problem);
        if (view.getStatus() == null) view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    private static ModelAndView nowhere() {
        var view = new ModelAndView("booking/appointment");
        view.setStatus(HttpStatus.NOT_FOUND);
        return view;
    }

    /** So that reloading the page does not send the form again. */
    private static ModelAndView backTo(String token, String done) {
        var view = new ModelAndView("redirect:/a/" + token + "?done=" + done);
        view.setStatus(HttpStatus.SEE_OTHER);
        return view;
    }
}
