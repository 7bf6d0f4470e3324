package io.doorstep.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Client;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Proof;
import io.doorstep.tenancy.Gate;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
class RefreshTokensTest {

    private static final Client SCRIPT = new Client("192.0.2.10", "curl/8.14.1");
    private static final Client THIEF = new Client("203.0.113.66", "curl/8.14.1");

    @Autowired
    RefreshTokens tokens;

    @Autowired
    AccessTokens accessTokens;

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
    void each_refresh_gives_the_next_pair_and_the_member_is_the_same() {
        var owner = agencies.fresh().owner();
        var pair = open(owner);

        for (var round = 0; round < 5; round++) {
            clock.forward(Duration.ofMinutes(9));
            var next = tokens.refresh(pair.refreshToken(), SCRIPT).orElseThrow();
            assertThat(next.refreshToken()).isNotEqualTo(pair.refreshToken());
            assertThat(next.refreshUntil()).isEqualTo(pair.refreshUntil());
            assertThat(memberOf(next)).get().extracting(CurrentMember::memberId).isEqualTo(owner.memberId());
            pair = next;
        }
    }

    @Test
    void a_token_that_comes_back_after_its_use_ends_the_whole_family() {
        var stolen = open(agencies.fresh().owner());
        var next = tokens.refresh(stolen.refreshToken(), SCRIPT).orElseThrow();
        clock.forward(RefreshTokens.GRACE.plusSeconds(1));
        assertThat(memberOf(next)).isPresent();

        assertThat(tokens.refresh(stolen.refreshToken(), THIEF)).isEmpty();

        assertThat(tokens.refresh(next.refreshToken(), SCRIPT)).isEmpty();
        assertThat(memberOf(next)).isEmpty();
        assertThat(memberOf(stolen)).isEmpty();
    }

    @Test
    void a_lost_answer_is_given_again_to_the_same_client_only() {
        var first = open(agencies.fresh().owner());
        var answer = tokens.refresh(first.refreshToken(), SCRIPT).orElseThrow();

        var again = tokens.refresh(first.refreshToken(), SCRIPT).orElseThrow();

        assertThat(again.refreshToken()).isEqualTo(answer.refreshToken());
        assertThat(tokens.refresh(first.refreshToken(), THIEF)).isEmpty();
        assertThat(tokens.refresh(answer.refreshToken(), SCRIPT)).isEmpty();
    }

    @Test
    void a_successor_that_was_used_ends_the_time_of_grace() {
        var first = open(agencies.fresh().owner());
        var second = tokens.refresh(first.refreshToken(), SCRIPT).orElseThrow();
        var third = tokens.refresh(second.refreshToken(), SCRIPT).orElseThrow();

        assertThat(tokens.refresh(first.refreshToken(), SCRIPT)).isEmpty();
        assertThat(tokens.refresh(third.refreshToken(), SCRIPT)).isEmpty();
    }

    @Test
    void fifty_refreshes_at_once_make_one_successor() throws Exception {
        var first = open(agencies.fresh().owner());
        var answers = new ArrayList<Future<Optional<RefreshTokens.Pair>>>();
        var start = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return tokens.refresh(first.refreshToken(), SCRIPT);
                }));
            }
            start.countDown();
        }

        var successors = new java.util.HashSet<String>();
        for (var answer : answers) {
            successors.add(answer.get().orElseThrow().refreshToken());
        }
        assertThat(successors).hasSize(1);
        assertThat(tokensOfFamilyWith(successors.iterator().next())).isEqualTo(2);
        assertThat(tokens.refresh(successors.iterator().next(), SCRIPT)).isPresent();
    }

    @Test
    void a_family_ends_after_a_week_without_use_and_after_thirty_days_in_any_case() {
        var owner = agencies.fresh().owner();
        var idle = open(owner);
        var busy = open(owner);

        for (var day = 0; day < 5; day++) {
            clock.forward(Duration.ofDays(6));
            if (day < 4) busy = tokens.refresh(busy.refreshToken(), SCRIPT).orElseThrow();
        }

        assertThat(tokens.refresh(busy.refreshToken(), SCRIPT))
                .as("thirty days")
                .isEmpty();
        clock.reset();
        clock.forward(Duration.ofDays(7));
        assertThat(tokens.refresh(idle.refreshToken(), SCRIPT)).as("a week").isEmpty();
    }

    @Test
    void a_member_who_is_removed_refreshes_nothing_and_does_not_when_he_comes_back() {
        var agency = agencies.fresh();
        agencies.addSecondOwner(agency);
        var pair = open(agency.owner());
        for (var status : new String[] {"REMOVED", "ACTIVE"}) {
            agency.inTransaction(() -> {
                db.sql("update member set status = :status where id = :id")
                        .param("status", status)
                        .param("id", agency.owner().memberId())
                        .update();
            });

            assertThat(tokens.refresh(pair.refreshToken(), SCRIPT)).as(status).isEmpty();
        }
    }

    @Test
    void the_database_holds_no_token_in_the_clear() {
        var pair = open(agencies.fresh().owner());

        var held = gate.sql("select count(*) from refresh_token t where t::text like :token")
                .param("token", "%" + pair.refreshToken().substring(4) + "%")
                .query(Integer.class)
                .single();

        assertThat(held).isZero();
    }

    @Test
    void signing_out_ends_access_and_refresh_and_says_nothing_of_what_is_no_token() {
        var pair = open(agencies.fresh().owner());
        assertThat(memberOf(pair)).isPresent();

        tokens.end("dsr_nobody-ever-had-this-one");
        tokens.end(pair.refreshToken());

        assertThat(memberOf(pair)).isEmpty();
        assertThat(tokens.refresh(pair.refreshToken(), SCRIPT)).isEmpty();
        assertThat(tokens.refresh("", SCRIPT)).isEmpty();
        assertThat(tokens.refresh("dsr_\u0000\uD83D", SCRIPT)).isEmpty();
    }

    private RefreshTokens.Pair open(CurrentMember member) {
        return tokens.open(member, Set.of(Proof.PASSWORD), SCRIPT);
    }

    private Optional<CurrentMember> memberOf(RefreshTokens.Pair pair) {
        return accessTokens.memberOf(pair.access().token());
    }

    private int tokensOfFamilyWith(String token) {
        return gate.sql("""
                select count(*) from refresh_token t
                 where t.family_id = (select family_id from refresh_token where token_hash = sha256(:token::bytea))
                """).param("token", token).query(Integer.class).single();
    }
}
