package io.doorstep.lifecycle.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.platform.Secret;
import io.doorstep.tenancy.TenantScope;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Links to one file of one agency, for one of its owners, for {@link #GOOD_FOR}. The link alone opens nothing: the owner's session has to come
 * with it; and a session alone opens nothing that it did not just prove itself for.
 */
@Component
class DownloadLinks {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Secret secret;
    private final Clock clock;

    DownloadLinks(Secret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    record Link(String path, Instant until) {}

    Link to(UUID export, UUID member) {
        var until = clock.instant().plus(GOOD_FOR);
        return new Link(
                "/api/agency/exports/%s/file?until=%d&signature=%s"
                        .formatted(export, until.getEpochSecond(), signature(export, member, until.getEpochSecond())),
                until);
    }

    boolean holds(UUID export, UUID member, long until, String signature) {
        return clock.instant().getEpochSecond() <= until
                && MessageDigest.isEqual(
                        signature.getBytes(UTF_8),
                        signature(export, member, until).getBytes(UTF_8));
    }

    private String signature(UUID export, UUID member, long until) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.derive("link/export"), "HmacSHA256"));
            var signed =
                    mac.doFinal((TenantScope.current() + "/" + export + "/" + member + "/" + until).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
