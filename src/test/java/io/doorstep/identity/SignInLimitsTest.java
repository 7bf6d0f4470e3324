package io.doorstep.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.platform.Refused;
import io.doorstep.platform.Secret;
import io.doorstep.testing.SettableClock;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SignInLimitsTest {

    private static final String OWNER = "owner@agency.example";

    private final SettableClock clock = new SettableClock();
    private final KnownBrowser known = new KnownBrowser(new Secret("a secret for tests only, of enough length"), clock);
    private final SignInLimits limits = new SignInLimits(20, known);

    @Test
    void who_guesses_is_slowed_and_told_when_to_come_back() {
        for (var i = 0; i < 10; i++) limits.take(from("198.51.100.7"), OWNER);

        assertThatThrownBy(() -> limits.take(from("198.51.100.7"), OWNER))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(
                                        io.doorstep.platform.Refusal.TooMany.class,
                                        many -> assertThat(many.retryAfter())
                                                .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(2))));
        assertThatCode(() -> limits.take(from("198.51.100.8"), OWNER)).doesNotThrowAnyException();
    }

    @Test
    void no_rush_from_elsewhere_locks_the_owners_browser_out() {
        var owner = from("203.0.113.5");
        owner.setCookies(cookieFor(OWNER));
        for (var host = 1; host < 250; host++) {
            exhaust("198.51.100." + host);
            exhaust("203.0.113.5"); // even behind the owner's own address
        }

        assertThatThrownBy(() -> limits.take(from("192.0.2.1"), OWNER)).isInstanceOf(Refused.class);
        for (var i = 0; i < 20; i++) limits.take(owner, OWNER);
        assertThatThrownBy(() -> limits.take(owner, OWNER)).isInstanceOf(Refused.class);
        assertThatCode(() -> limits.takeMail(from("192.0.2.1"), OWNER)).doesNotThrowAnyException();
    }

    @Test
    void a_browser_is_known_for_its_own_e_mail_only_and_not_for_ever_and_not_by_a_forged_cookie() {
        var mine = from("203.0.113.5");
        mine.setCookies(cookieFor(OWNER));
        assertThat(known.idOf(mine, " OWNER@agency.example")).isPresent();
        assertThat(known.idOf(mine, "other@agency.example")).isEmpty();

        var value = cookieFor(OWNER).getValue();
        for (var forged : new String[] {"", "!", value.substring(4), "AAAA" + value.substring(4), value + "AAAA"}) {
            var request = from("203.0.113.5");
            request.setCookies(new Cookie(KnownBrowser.NAME, forged));
            assertThat(known.idOf(request, OWNER)).as(forged).isEmpty();
        }
        clock.forward(Duration.ofDays(181));
        assertThat(known.idOf(mine, OWNER)).isEmpty();
    }

    @Test
    void tries_at_the_same_time_are_counted_one_by_one() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 400)
                    .<Callable<Boolean>>mapToObj(_ -> () -> {
                        try {
                            limits.take(from("198.51.100.7"), OWNER);
                            return true;
                        } catch (Refused slowed) {
                            return false;
                        }
                    })
                    .toList();
            assertThat(threads.invokeAll(tries).stream().filter(Future::resultNow))
                    .hasSize(10);
        }
    }

    @Test
    void nobodys_mailbox_is_filled_and_an_ipv6_network_counts_as_one() {
        for (var i = 0; i < 5; i++) limits.takeMail(from("198.51.100.7"), OWNER);
        assertThatThrownBy(() -> limits.takeMail(from("198.51.100.7"), OWNER)).isInstanceOf(Refused.class);

        assertThat(SignInLimits.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(SignInLimits.network("2001:db8:1:2::9%eth0"));
        assertThat(SignInLimits.network("2001:db8:1:3::1")).isNotEqualTo(SignInLimits.network("2001:db8:1:2::1"));
        assertThat(SignInLimits.network("198.51.100.7")).isEqualTo("198.51.100.7");
    }

    private void exhaust(String address) {
        try {
            for (var i = 0; i < 11; i++) limits.take(from(address), OWNER);
        } catch (Refused slowed) {
            // as it should be
        }
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private Cookie cookieFor(String email) {
        return new Cookie(KnownBrowser.NAME, known.remember(email).getValue());
    }
}
