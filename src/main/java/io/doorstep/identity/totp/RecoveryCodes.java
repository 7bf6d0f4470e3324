package io.doorstep.identity.totp;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Secret;
import io.doorstep.tenancy.Gate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ten codes to print, for the day on which phone and passkeys are gone. 80 random bits each, kept as HMAC-SHA-256 under the installation's
 * secret; each works once.
 */
@Component
public class RecoveryCodes {

    static final int COUNT = 10;
    private static final int BYTES = 10;

    private final JdbcClient gate;
    private final TransactionTemplate transaction;
    private final SecretKeySpec key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(@Gate JdbcClient gate, @Gate PlatformTransactionManager transactions, Secret secret, Clock clock) {
        this.gate = gate;
        this.transaction = new TransactionTemplate(transactions);
        this.key = new SecretKeySpec(secret.derive("identity/recovery-code"), "HmacSHA256");
        this.clock = clock;
    }

    /** New codes; the former ones end. They are told this once. */
    public List<String> renew(UUID user) {
        var codes = Stream.generate(this::fresh).limit(COUNT).toList();
        transaction.executeWithoutResult(_ -> {
            remove(user);
            codes.forEach(code -> add(user, code));
        });
        return codes;
    }

    public int left(UUID user) {
        return gate.sql("select count(*) from recovery_code where user_id = :user and used_at is null")
                .param("user", user)
                .query(Integer.class)
                .single();
    }

    /** @return false for a wrong or a used one; of two requests with the same code one gets true */
    public boolean use(UUID user, String code) {
        return gate.sql("""
                update recovery_code set used_at = :now where user_id = :user and code_hash = :hash and used_at is null
                """)
                        .param("now", clock.instant().atOffset(UTC))
                        .param("user", user)
                        .param("hash", hash(user, code))
                        .update()
                == 1;
    }

    public void remove(UUID user) {
        gate.sql("delete from recovery_code where user_id = :user")
                .param("user", user)
                .update();
    }

    private void add(UUID user, String code) {
        gate.sql("insert into recovery_code (user_id, code_hash, created_at) values (:user, :hash, :now)")
                .param("user", user)
                .param("hash", hash(user, code))
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    private String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base32.of(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    private byte[] hash(UUID user, String code) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(user.toString().getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(
                    code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
