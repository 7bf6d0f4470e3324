package io.doorstep.identity.mfa;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.FinishSignIn;
import io.doorstep.identity.HalfWay;
import io.doorstep.identity.Proof;
import io.doorstep.platform.Opaque;
import io.doorstep.tenancy.Gate;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-ins that are half done. The cookie holds 256 random bits and is worth nothing anywhere else; the database holds their SHA-256. */
@Component
class SecondSteps implements HalfWay {

    static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 5;
    private static final String COOKIE = "__Host-doorstep-second-step";

    /** @param agency slug of the one that the person is on the way to */
    record Owed(UUID user, String agency, Set<Proof> shown) {}

    private final JdbcClient gate;
    private final Clock clock;

    SecondSteps(@Gate JdbcClient gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public ResponseCookie begin(FinishSignIn.Outcome.SecondFactorNeeded owed) {
        var token = Opaque.text();
        var now = clock.instant();
        gate.sql("delete from second_step where expires_at < :now")
                .param("now", now.atOffset(UTC))
                .update();
        gate.sql("""
                insert into second_step (token_hash, user_id, agency, proof, expires_at)
                select :hash, :user, slug, :proof, :expires from tenant_directory where id = :tenant
                """)
                .param("hash", Opaque.hash(token))
                .param("user", owed.member().userId())
                .param("tenant", owed.member().tenant().value())
                .param("proof", owed.shown().stream().map(Proof::name).toArray(String[]::new))
                .param("expires", now.plus(LIFE).atOffset(UTC))
                .update();
        return cookie(token).maxAge(LIFE).build();
    }

    Optional<Owed> find(HttpServletRequest request) {
        return token(request)
                .flatMap(token -> gate.sql("""
                select user_id, agency, proof
                  from second_step
                 where token_hash = :hash and expires_at > :now and tries < :most
                """)
                        .param("hash", Opaque.hash(token))
                        .param("now", clock.instant().atOffset(UTC))
                        .param("most", MOST_TRIES)
                        .query(SecondSteps::owed)
                        .optional());
    }

    /** As {@link #find}, and counts a try, before it is judged. */
    Optional<Owed> takeTry(HttpServletRequest request) {
        return token(request)
                .flatMap(token -> gate.sql("""
                update second_step set tries = tries + 1
                 where token_hash = :hash and expires_at > :now and tries < :most
                returning user_id, agency, proof
                """)
                        .param("hash", Opaque.hash(token))
                        .param("now", clock.instant().atOffset(UTC))
                        .param("most", MOST_TRIES)
                        .query(SecondSteps::owed)
                        .optional());
    }

    /** @return false when another request ended it */
    boolean end(HttpServletRequest request) {
        return token(request)
                .filter(token -> gate.sql("delete from second_step where token_hash = :hash")
                                .param("hash", Opaque.hash(token))
                                .update()
                        == 1)
                .isPresent();
    }

    static ResponseCookie gone() {
        return cookie("").maxAge(0).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Lax") // a sign-in by link or provider comes from another site
                .path("/");
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.matches(Opaque.SHAPE))
                .findFirst();
    }

    private static Owed owed(ResultSet row, int index) throws SQLException {
        return new Owed(
                row.getObject("user_id", UUID.class),
                row.getString("agency"),
                Arrays.stream((String[]) row.getArray("proof").getArray())
                        .map(Proof::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
