package io.doorstep.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.platform.Refusal;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down without locking anybody out. Tries from browsers in which the person never signed in share small budgets, by
 * address, by account and by both; a browser that did sign in (its signed cookie says so) has a budget of its own, which strangers can't
 * use up (OWASP, "device cookies"). Each way in has its own budgets, so a rush on passwords leaves links and passkeys open. In memory of
 * this node: with n nodes a guesser has n times as much.
 */
@Component
public class SignInLimits {

    private static final Duration SHORT = Duration.ofMinutes(10);

    private final int perMinute;
    private final KnownBrowser knownBrowser;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    SignInLimits(@Value("${doorstep.limits.sign-in-per-minute:20}") int perMinute, KnownBrowser knownBrowser) {
        this.perMinute = perMinute;
        this.knownBrowser = knownBrowser;
    }

    /** One try of a password. @throws io.doorstep.platform.Refused {@code too-many-tries}, with when to come back */
    public void take(HttpServletRequest http, String email) {
        var browser = knownBrowser.idOf(http, email);
        if (browser.isPresent()) {
            take("password from browser " + browser.get(), perMinute, SHORT);
        } else {
            take(http.getRemoteAddr(), email);
        }
    }

    /** One try at an account, from a browser that is not known. */
    public void take(String address, String email) {
        take(address);
        var account = account(email);
        take("password from " + network(address) + " for " + account, Math.max(1, perMinute / 2), SHORT);
        take("password for " + account, perMinute * 5, Duration.ofHours(1));
    }

    /** Where the account is not known yet. */
    public void take(String address) {
        take("address " + network(address), perMinute * 5, Duration.ofMinutes(1));
    }

    /** One e-mail to an account, known or not: nobody's mailbox is to be filled. */
    public void takeMail(HttpServletRequest http, String email) {
        var browser = knownBrowser.idOf(http, email);
        var most = Math.max(1, perMinute / 4);
        if (browser.isPresent()) {
            take("mail from browser " + browser.get(), most, SHORT);
            return;
        }
        var network = network(http.getRemoteAddr());
        take("mails from " + network, perMinute * 2, SHORT);
        take("mail from " + network + " for " + account(email), most, SHORT);
        take("mail for " + account(email), perMinute, Duration.ofHours(1));
    }

    private void take(String key, int limit, Duration period) {
        var bucket = buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(rate -> rate.capacity(limit).refillGreedy(limit, period))
                        .build());
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw new Refusal.TooMany(
                            "too-many-tries",
                            "Too many tries. Wait a little, or take another way in.",
                            Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1))
                    .asException();
        }
    }

    private static String account(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Who has one IPv6 address has the 2^64 of its network. */
    static String network(String address) {
        if (!address.contains(":")) return address;
        try {
            var bytes = java.net.InetAddress.ofLiteral(address.replaceAll("%.*", ""))
                    .getAddress();
            return bytes.length == 4 ? address : java.util.HexFormat.of().formatHex(bytes, 0, 8) + "/64";
        } catch (IllegalArgumentException unreadable) {
            return address;
        }
    }
}
