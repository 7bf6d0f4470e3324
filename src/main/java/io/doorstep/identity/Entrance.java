package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The HTTP side of {@link FinishSignIn}: the session's cookie and {@link Me}, or that a second factor is needed. */
@Component
public class Entrance {

    private final FinishSignIn finish;
    private final Sessions sessions;
    private final ReadMe me;
    private final KnownBrowser knownBrowser;
    private final HalfWay halfWay;

    Entrance(FinishSignIn finish, Sessions sessions, ReadMe me, KnownBrowser knownBrowser, HalfWay halfWay) {
        this.finish = finish;
        this.sessions = sessions;
        this.me = me;
        this.knownBrowser = knownBrowser;
        this.halfWay = halfWay;
    }

    /** @see FinishSignIn#of */
    public ResponseEntity<Me> admit(
            int status, UUID user, @Nullable String agency, Set<Proof> shown, HttpServletRequest http) {
        return answer(status, finish.of(user, agency, shown, Client.of(http)), http);
    }

    public ResponseEntity<Me> move(CurrentMember current, String agency, HttpServletRequest http) {
        return answer(200, finish.elsewhere(current, agency, Client.of(http)), http);
    }

    /** Beside a refusal, which carries no headers of its own. */
    private static void addCookie(ResponseCookie cookie) {
        var request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        Objects.requireNonNull(request.getResponse()).addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private ResponseEntity<Me> answer(int status, FinishSignIn.Outcome outcome, HttpServletRequest http) {
        return switch (outcome) {
            case FinishSignIn.Outcome.Opened opened -> {
                // A new session each time: an old cookie never becomes a signed-in one.
                SignedIn.sessionToken(http).ifPresent(sessions::revoke);
                var who = me.of(opened.member());
                yield ResponseEntity.status(status)
                        .header(
                                HttpHeaders.SET_COOKIE,
                                SessionCookie.holding(opened.session()).toString(),
                                knownBrowser.remember(who.user().email()).toString())
                        .body(who);
            }
            case FinishSignIn.Outcome.SecondFactorNeeded owed -> {
                addCookie(halfWay.begin(owed));
                throw new Refusal.Unauthenticated("second-factor-needed", "One more step: show your second factor.")
                        .asException();
            }
        };
    }
}
