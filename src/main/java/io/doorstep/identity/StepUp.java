package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What would hurt most (exports, keys, deletion) asks for a proof of identity that is no older than {@link #FRESH}. */
@Component
public class StepUp {

    static final Duration FRESH = Duration.ofMinutes(10);

    private final Clock clock;

    StepUp(Clock clock) {
        this.clock = clock;
    }

    /** For what a person has over all agencies, such as passkeys: a company's sign-in alone does not do. */
    public void requireOwn(CurrentMember member) {
        require(member);
        if (member.access() instanceof Access.Session session && !session.own()) {
            throw new Refusal.Forbidden(
                            "own-proof-needed",
                            "You came in by the agency's company sign-in. Sign in with your own password, link or passkey, then do this.")
                    .asException();
        }
    }

    /** @throws io.doorstep.platform.Refused {@code step-up-needed}, which the web app answers with its dialog, or {@code session-needed} */
    public void require(CurrentMember member) {
        switch (member.access()) {
            case Access.Session session
            when session.authenticatedAt().plus(FRESH).isAfter(clock.instant()) -> {}
            case Access.Session _ ->
                throw new Refusal.Forbidden("step-up-needed", "Confirm that it is you, then do this again.")
                        .asException();
            case Access.Token _, Access.ApiKey _ ->
                throw new Refusal.Forbidden(
                                "session-needed", "This is done by a person who is signed in, not by a token or key.")
                        .asException();
        }
    }
}
