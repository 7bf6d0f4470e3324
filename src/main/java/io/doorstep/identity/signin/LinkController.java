package io.doorstep.identity.signin;

import io.doorstep.identity.AfterAnswer;
import io.doorstep.identity.Directory;
import io.doorstep.identity.Entrance;
import io.doorstep.identity.Me;
import io.doorstep.identity.Proof;
import io.doorstep.identity.SignInLimits;
import io.doorstep.identity.passwords.PasswordRules;
import io.doorstep.identity.signin.OneTimeLinks.Purpose;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.mail.Outbox;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One-time links by e-mail. Nothing here is done by a GET: a mail filter that follows links uses up none. */
@RestController
@Tag(name = "identity")
class LinkController {

    private final MailLink mailLink;
    private final OneTimeLinks links;
    private final LinkSecrets secrets;
    private final SetPassword setPassword;
    private final Directory directory;
    private final SignInLimits limits;
    private final Outbox outbox;
    private final AfterAnswer afterAnswer;
    private final Entrance entrance;

    LinkController(
            MailLink mailLink,
            OneTimeLinks links,
            LinkSecrets secrets,
            SetPassword setPassword,
            Directory directory,
            SignInLimits limits,
            Outbox outbox,
            AfterAnswer afterAnswer,
            Entrance entrance) {
        this.mailLink = mailLink;
        this.links = links;
        this.secrets = secrets;
        this.setPassword = setPassword;
        this.directory = directory;
        this.limits = limits;
        this.outbox = outbox;
        this.afterAnswer = afterAnswer;
        this.entrance = entrance;
    }

    record LinkRequest(
            @NotBlank @Email(message = "is not an e-mail address") @Size(max = 254)
            String email) {}

    record LinkToken(@NotBlank @Size(max = 100) String token) {}

    record LinkCode(@NotBlank @Size(max = 20) String code) {}

    record NewPasswordRequest(
            @NotBlank @Size(max = 100) String token,
            @NotNull @Size(max = PasswordRules.LONGEST) String password) {}

    record OpenLink(String email, Purpose purpose) {}

    record ExchangedCode(String token, Purpose purpose) {}

    @PostMapping("/api/sign-in/link")
    ResponseEntity<Void> mailSignInLink(@Valid @RequestBody LinkRequest request, HttpServletRequest http) {
        return mail(request, Purpose.SIGN_IN, http);
    }

    @PostMapping("/api/new-password/link")
    ResponseEntity<Void> mailNewPasswordLink(@Valid @RequestBody LinkRequest request, HttpServletRequest http) {
        return mail(request, Purpose.NEW_PASSWORD, http);
    }

    /** Whose it is, for the page that asks whether to go on. Uses nothing up. */
    @PostMapping("/api/links/look")
    OpenLink lookAtLink(@Valid @RequestBody LinkToken request, HttpServletRequest http) {
        var found = find(request.token(), http);
        var user = directory.user(found.userId()).orElseThrow(LinkController::gone);
        return new OpenLink(user.email(), found.purpose());
    }

    /** The code from the mail, typed into the browser that asked. */
    @PostMapping("/api/links/code")
    ExchangedCode exchangeCode(@Valid @RequestBody LinkCode request, HttpServletRequest http) {
        limits.take(http.getRemoteAddr());
        var browser = secrets.hashOfBrowser(LinkCookie.of(http).orElse(""));
        var token = secrets.newToken();
        return links.exchange(browser, secrets.hashOfCode(request.code(), browser), secrets.hashOfToken(token))
                .map(purpose -> new ExchangedCode(token, purpose))
                .orElseThrow(() -> Refusal.Invalid.field(
                                "code", "does not fit, or has been tried too often. Check it, or ask for a new mail.")
                        .asException());
    }

    @PostMapping("/api/sign-in/link/open")
    ResponseEntity<Me> openLink(@Valid @RequestBody LinkToken request, HttpServletRequest http) {
        find(request.token(), http);
        var user = links.take(secrets.hashOfToken(request.token()), browserOf(http), Purpose.SIGN_IN)
                .orElseThrow(LinkController::gone);
        return entrance.admit(200, user, null, Set.of(Proof.EMAIL_LINK), http);
    }

    @PostMapping("/api/new-password")
    ResponseEntity<Me> setNewPassword(@Valid @RequestBody NewPasswordRequest request, HttpServletRequest http) {
        var found = find(request.token(), http);
        setPassword.requireAcceptable(found.userId(), "password", request.password());
        var user = links.take(secrets.hashOfToken(request.token()), browserOf(http), Purpose.NEW_PASSWORD)
                .orElseThrow(LinkController::gone);
        setPassword.to(user, "password", request.password(), null, "FORGOTTEN", http.getRemoteAddr());
        links.voidAll(user);
        return entrance.admit(200, user, null, Set.of(Proof.EMAIL_LINK), http);
    }

    private ResponseEntity<Void> mail(LinkRequest request, Purpose purpose, HttpServletRequest http) {
        limits.takeMail(http, request.email());
        if (!outbox.configured()) {
            throw new Refusal.Conflict(
                            "no-mail", "This installation sends no e-mail. Sign in another way, or ask who runs it.")
                    .asException();
        }
        var browser = LinkCookie.of(http).orElseGet(secrets::newToken);
        afterAnswer.run(() -> mailLink.to(request.email(), purpose, browser));
        return ResponseEntity.accepted()
                .header(HttpHeaders.SET_COOKIE, LinkCookie.holding(browser).toString())
                .build();
    }

    private OneTimeLinks.Found find(String token, HttpServletRequest http) {
        var found = links.find(secrets.hashOfToken(token), browserOf(http)).orElseThrow(LinkController::gone);
        if (!found.sameBrowser()) {
            throw new Refusal.Forbidden(
                            "other-browser",
                            "This link was asked for in another browser. Open it there, or type the code from the mail there.")
                    .asException();
        }
        return found;
    }

    private byte[] browserOf(HttpServletRequest http) {
        return secrets.hashOfBrowser(LinkCookie.of(http).orElse(""));
    }

    private static io.doorstep.platform.Refused gone() {
        return new Refusal.Forbidden("link-gone", "This link has been used, replaced or is too old. Ask for a new one.")
                .asException();
    }
}
