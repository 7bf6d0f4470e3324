package io.doorstep.identity.signin;

import io.doorstep.tenancy.mail.Outbox;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which ways in this installation offers at all, before anybody says who they are. */
@RestController
@Tag(name = "identity")
class SignInOptionsController {

    private final Outbox outbox;

    SignInOptionsController(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param mail links by e-mail */
    record SignInOptions(boolean mail) {}

    @GetMapping("/api/sign-in/options")
    SignInOptions signInOptions() {
        return new SignInOptions(outbox.configured());
    }
}
