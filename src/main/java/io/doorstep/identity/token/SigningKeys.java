package io.doorstep.identity.token;

import static java.time.ZoneOffset.UTC;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.doorstep.platform.Seal;
import io.doorstep.tenancy.Gate;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of access tokens: one signs (ES256), those before it verify until the last token that they signed has expired. Nodes share them
 * through the database; the database lets one be the signing key, so nodes that start or rotate at once agree.
 */
@Component
public class SigningKeys {

    /** A key signs for this long, then the next one takes over by itself. */
    public static final Duration AGE = Duration.ofDays(30);
    /** How long a node may go on with what it read. */
    private static final Duration REREAD = Duration.ofMinutes(1);
    /** A retired key verifies as long as a token may live that a node signed before it read of the retirement. */
    static final Duration OVERLAP = AccessTokens.LIFE.plus(REREAD).plus(Duration.ofMinutes(1));
    /** An unknown key id makes a node look again, but not more often than this. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final String PURPOSE = "signing-key";
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final JdbcClient gate;
    private final TransactionTemplate gateTransaction;
    private final Seal seal;
    private final Clock clock;
    private volatile @Nullable Ring ring;

    /** @param readAt of the process's own clock, which no one sets back */
    private record Ring(@Nullable ECKey signing, JWKSet verifying, long readAt) {

        boolean olderThan(Duration age) {
            return System.nanoTime() - readAt > age.toNanos();
        }
    }

    SigningKeys(@Gate JdbcClient gate, @Gate PlatformTransactionManager gateTransactions, Seal seal, Clock clock) {
        this.gate = gate;
        this.gateTransaction = new TransactionTemplate(gateTransactions);
        this.seal = seal;
        this.clock = clock;
    }

    /** The key to sign with, private half included. The first caller of an installation makes it. */
    ECKey signing() {
        var known = ring;
        if (known != null && known.signing() != null && !known.olderThan(REREAD)) {
            return known.signing();
        }
        var read = read();
        if (read.signing() == null) {
            add(clock.instant());
            read = read();
        }
        if (read.signing() == null) {
            log.warn("the signing key was sealed under another DOORSTEP_SECRET; a new one takes over");
            rotate();
            read = read();
        }
        return java.util.Objects.requireNonNull(read.signing(), "a signing key");
    }

    /** One of ours by its id; null for any other. */
    @Nullable
    ECKey verifying(String kid) {
        var known = ring;
        if (known == null || known.olderThan(REREAD)) {
            known = read();
        }
        var key = known.verifying().getKeyByKeyId(kid);
        if (key == null && known.olderThan(LOOK_AGAIN)) {
            key = read().verifying().getKeyByKeyId(kid);
        }
        return key == null ? null : key.toECKey();
    }

    /** The public halves, for anyone. */
    JWKSet published() {
        signing();
        return read().verifying();
    }

    /** Another key signs from now on; nobody is signed out. @return the new key's id */
    public String rotate() {
        return replaceMadeBefore(clock.instant().plus(Duration.ofDays(36_500)))
                .orElseGet(() -> signing().getKeyID());
    }

    /** Of several nodes that ask at once, one does it. @return the new key's id, empty where the key is young enough */
    public Optional<String> replaceOlderThan(Duration age) {
        return replaceMadeBefore(clock.instant().minus(age));
    }

    private Optional<String> replaceMadeBefore(Instant moment) {
        var now = clock.instant();
        var made = gateTransaction.execute(_ -> {
            var retired = gate.sql("""
                    update signing_key set retired_at = :now where retired_at is null and created_at <= :before
                    """)
                    .param("now", now.atOffset(UTC))
                    .param("before", moment.atOffset(UTC))
                    .update();
            return retired == 0 ? Optional.<String>empty() : add(now);
        });
        if (made != null && made.isPresent()) {
            read();
            return made;
        }
        return Optional.empty();
    }

    /** Keys that can verify nothing any more. */
    public int sweep() {
        return gate.sql("delete from signing_key where retired_at < :before")
                .param(
                        "before",
                        clock.instant().minus(OVERLAP).minus(Duration.ofDays(1)).atOffset(UTC))
                .update();
    }

    private Optional<String> add(Instant now) {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            var added = gate.sql("""
                    insert into signing_key (kid, public_jwk, sealed, created_at) values (:kid, :public, :sealed, :now)
                    on conflict do nothing
                    """)
                    .param("kid", key.getKeyID())
                    .param("public", key.toPublicJWK().toJSONString())
                    .param("sealed", seal.seal(PURPOSE, key.getKeyID(), key.toJSONString()))
                    .param("now", now.atOffset(UTC))
                    .update();
            return added == 1 ? Optional.of(key.getKeyID()) : Optional.empty();
        } catch (JOSEException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    private record Row(String kid, String publicJwk, byte[] sealed, boolean retired) {}

    private Ring read() {
        var readAt = System.nanoTime();
        var rows = gate.sql("""
                select kid, public_jwk, sealed, retired_at is not null as retired
                  from signing_key
                 where retired_at is null or retired_at > :since
                 order by created_at desc
                """)
                .param("since", clock.instant().minus(OVERLAP).atOffset(UTC))
                .query((row, _) -> new Row(row.getString(1), row.getString(2), row.getBytes(3), row.getBoolean(4)))
                .list();
        var verifying = new ArrayList<com.nimbusds.jose.jwk.JWK>();
        ECKey signing = null;
        for (var row : rows) {
            verifying.add(parse(row.publicJwk()));
            if (!row.retired()) {
                signing = seal.open(PURPOSE, row.kid(), row.sealed())
                        .map(SigningKeys::parse)
                        .orElse(null);
            }
        }
        var read = new Ring(signing, new JWKSet(List.copyOf(verifying)), readAt);
        ring = read;
        return read;
    }

    private static ECKey parse(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException damaged) {
            throw new IllegalStateException("signing_key holds something that is no key", damaged);
        }
    }
}
