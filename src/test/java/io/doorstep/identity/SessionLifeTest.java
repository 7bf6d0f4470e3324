package io.doorstep.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.platform.Refused;
import io.doorstep.tenancy.Gate;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
class SessionLifeTest {

    private static final Client BROWSER = new Client("192.0.2.7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");

    @Autowired
    Sessions sessions;

    @Autowired
    TestAgencies agencies;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    @Gate
    JdbcClient gate;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_session_ends_two_hours_after_the_last_request_and_twelve_after_the_first() {
        var owner = agencies.fresh().owner();
        var left = open(owner);
        var busy = open(owner);

        for (var hour = 1; hour <= 11; hour++) {
            clock.forward(Duration.ofHours(1));
            assertThat(sessions.memberOf(busy))
                    .as("after %d hours of work", hour)
                    .isPresent();
        }

        assertThat(sessions.memberOf(left)).isEmpty();
        clock.forward(Duration.ofMinutes(61));
        assertThat(sessions.memberOf(busy)).isEmpty();
    }

    @Test
    void seen_is_written_once_a_minute_at_most() {
        var token = open(agencies.fresh().owner());
        var id = sessionOf(token).id();
        var first = seen(id);

        clock.forward(Duration.ofSeconds(30));
        sessions.memberOf(token);
        assertThat(seen(id)).isEqualTo(first);

        clock.forward(Duration.ofSeconds(40));
        sessions.memberOf(token);
        assertThat(seen(id)).isAfter(first);
    }

    @Test
    void a_step_up_changes_the_cookie_and_the_old_one_is_dead_at_once() {
        var before = open(agencies.fresh().owner());
        clock.forward(Duration.ofMinutes(30));
        var session = sessionOf(before);

        var after = sessions.prove(session, Set.of(Proof.TOTP));

        assertThat(sessions.memberOf(before)).isEmpty();
        var proved = sessionOf(after);
        assertThat(proved.id()).isEqualTo(session.id());
        assertThat(proved.authenticatedAt()).isAfter(session.authenticatedAt());
        assertThat(proved.proof()).containsExactlyInAnyOrder(Proof.PASSWORD, Proof.TOTP);
    }

    @Test
    void a_revoked_session_proves_nothing() {
        var token = open(agencies.fresh().owner());
        var session = sessionOf(token);
        sessions.revoke(token);

        assertThatThrownBy(() -> sessions.prove(session, Set.of(Proof.TOTP))).isInstanceOf(Refused.class);
    }

    @Test
    void a_member_deactivated_by_any_hand_is_out_and_stays_out_when_he_comes_back() {
        var agency = agencies.fresh();
        agencies.addSecondOwner(agency);
        var token = open(agency.owner());
        assertThat(sessions.memberOf(token)).isPresent();

        setStatus(agency, "REMOVED");

        // Told by the database: nothing in Java said a word.
        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(sessions.memberOf(token)).isEmpty());
        setStatus(agency, "ACTIVE");
        assertThat(sessions.memberOf(token)).isEmpty();
    }

    @Test
    void a_changed_role_acts_without_a_new_sign_in() {
        var agency = agencies.fresh();
        agencies.addSecondOwner(agency);
        var token = open(agency.owner());
        assertThat(sessions.memberOf(token))
                .get()
                .extracting(CurrentMember::role)
                .isEqualTo(Role.OWNER);

        agency.inTransaction(() -> {
            db.sql("update member set role = 'VIEWER' where id = :id")
                    .param("id", agency.owner().memberId())
                    .update();
        });

        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(sessions.memberOf(token))
                        .get()
                        .extracting(CurrentMember::role)
                        .isEqualTo(Role.VIEWER));
    }

    private String open(CurrentMember member) {
        return sessions.open(member.userId(), member.tenant(), Set.of(Proof.PASSWORD), clock.instant(), BROWSER);
    }

    private Access.Session sessionOf(String token) {
        return (Access.Session) sessions.memberOf(token).orElseThrow().access();
    }

    private OffsetDateTime seen(UUID id) {
        return gate.sql("select last_seen_at from session where id = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .single();
    }

    private void setStatus(TestAgency agency, String status) {
        agency.inTransaction(() -> {
            db.sql("update member set status = :status where id = :id")
                    .param("status", status)
                    .param("id", agency.owner().memberId())
                    .update();
        });
    }
}
