package io.doorstep.capture.page;

import static java.util.stream.Collectors.toMap;

import io.doorstep.capture.FormTouch;
import io.doorstep.capture.InboundText;
import io.doorstep.capture.ReceiveForm;
import io.doorstep.capture.Sender;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.lead.ConsentWording;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refusal.Violation;
import io.doorstep.platform.Refused;
import io.doorstep.tenancy.Agency;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.ObjectMapper;

/** The hosted capture page: a plain form that needs no script, and the chat beside it where there is one. */
@Controller
@Hidden
class CapturePageController {

    private final PublicAgencies agencies;
    private final ReceiveForm receiveForm;
    private final FormSeal seals;
    private final Ids ids;
    private final ObjectMapper json;

    CapturePageController(
            PublicAgencies agencies, ReceiveForm receiveForm, FormSeal seals, Ids ids, ObjectMapper json) {
        this.agencies = agencies;
        this.receiveForm = receiveForm;
        this.seals = seals;
        this.ids = ids;
        this.json = json;
    }

    @GetMapping("/c/{slug}")
    ModelAndView form(@PathVariable String slug, @RequestParam(defaultValue = "") String intent) {
        return agencies.bySlug(slug)
                .map(agency -> page(agency, blank(agency, intent), List.of(), ""))
                .orElseGet(PublicPage::notFound);
    }

    @PostMapping("/c/{slug}")
    ModelAndView receive(@PathVariable String slug, CaptureForm form, HttpServletRequest request) {
        return agencies.bySlug(slug)
                .map(agency -> receive(agency, form, request))
                .orElseGet(PublicPage::notFound);
    }

    @GetMapping("/c/{slug}/thanks")
    ModelAndView thanks(@PathVariable String slug) {
        return agencies.bySlug(slug)
                .map(agency -> PublicPage.of(agency, "public/thanks"))
                .orElseGet(PublicPage::notFound);
    }

    private CaptureForm blank(Agency agency, String intent) {
        var form = ids.next();
        return CaptureForm.blank(form.toString(), seals.of(agency.id(), form), intent.toUpperCase(Locale.ROOT));
    }

    private ModelAndView receive(Agency agency, CaptureForm form, HttpServletRequest request) {
        var violations = form.violations();
        if (!violations.isEmpty()) {
            return again(agency, form, violations, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            agencies.within(agency, () -> {
                receiveForm.receive(touch(agency, form, request));
                return true;
            });
        } catch (Refused refused) {
            return switch (refused.refusal()) {
                case Refusal.Invalid invalid ->
                    again(agency, form, invalid.violations(), HttpStatus.UNPROCESSABLE_CONTENT);
                case Refusal.TooMany many ->
                    again(agency, form, List.of(new Violation("form", many.detail())), HttpStatus.TOO_MANY_REQUESTS);
                case Refusal.PreconditionRequired needed -> {
                    var page = page(
                            agency,
                            form,
                            List.of(new Violation("form", FormSeal.WAIT)),
                            json.writeValueAsString(needed.extras().get("challenge")));
                    page.setStatus(HttpStatus.PRECONDITION_REQUIRED);
                    yield page;
                }
                case Refusal.NotFound _,
                        Refusal.Conflict _,
                        Refusal.Unauthenticated _,
                        Refusal.Forbidden _,
                        Refusal.TooLarge _,
                        Refusal.Unavailable _ -> throw refused;
            };
        }
        var thanks = new ModelAndView("redirect:/c/" + agency.slug() + "/thanks");
        thanks.setStatus(HttpStatus.SEE_OTHER);
        return thanks;
    }

    private FormTouch touch(Agency agency, CaptureForm form, HttpServletRequest request) {
        var clientKey = form.isFromOurPage() ? form.form() : ids.next().toString();
        var sender = new Sender(
                request.getHeader(HttpHeaders.REFERER),
                request.getRemoteAddr(),
                request.getHeader(HttpHeaders.USER_AGENT));
        return new FormTouch(
                clientKey,
                json.writeValueAsString(form),
                blankToNull(InboundText.clean(form.name())),
                blankToNull(form.email().strip()),
                blankToNull(form.phone().strip()),
                InboundText.clean(form.words()),
                consents(form),
                !form.website().isEmpty(),
                seals.shows(agency.id(), form.seal(), form.form()),
                blankToNull(form.proof()),
                sender);
    }

    private static Set<ConsentChannel> consents(CaptureForm form) {
        var ticked = EnumSet.noneOf(ConsentChannel.class);
        if (!form.consentEmail().isEmpty()) {
            ticked.add(ConsentChannel.EMAIL);
        }
        if (!form.consentSms().isEmpty()) {
            ticked.add(ConsentChannel.SMS);
        }
        return ticked;
    }

    private static ModelAndView again(Agency agency, CaptureForm form, List<Violation> violations, HttpStatus status) {
        var page = page(agency, form, violations, "");
        page.setStatus(status);
        return page;
    }

    /** @param challenge for the page's script to solve, as JSON; empty in calm times */
    private static ModelAndView page(Agency agency, CaptureForm form, List<Violation> violations, String challenge) {
        return PublicPage.of(agency, "public/capture")
                .addObject("form", form)
                .addObject("challenge", challenge)
                .addObject("intents", Intent.values())
                .addObject(
                        "problems",
                        violations.stream()
                                .collect(toMap(Violation::field, CapturePageController::sentence, (first, _) -> first)))
                .addObject(
                        "emailConsent",
                        ConsentWording.current(ConsentChannel.EMAIL, agency.name())
                                .text())
                .addObject(
                        "smsConsent",
                        ConsentWording.current(ConsentChannel.SMS, agency.name())
                                .text());
    }

    /** The rooms below say what is wrong with a field without naming it; here it stands alone and needs its subject. */
    private static String sentence(Violation violation) {
        var message = violation.message();
        if (!Character.isLowerCase(message.charAt(0))) {
            return message;
        }
        var subject = switch (violation.field()) {
            case "email" -> "The e-mail ";
            case "phone" -> "The phone number ";
            default -> "This ";
        };
        return subject + message + (message.endsWith(".") ? "" : ".");
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
