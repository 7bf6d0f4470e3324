package io.doorstep.identity.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_vectors_of_rfc_6238_hold(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void a_code_counts_one_step_before_and_after_and_no_further() {
        var now = Instant.ofEpochSecond(1_111_111_109);
        var step = Totp.stepAt(now);

        for (var drift : new int[] {-1, 0, 1}) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + drift, 6), now, 0))
                    .hasValue(step + drift);
        }
        for (var drift : new int[] {-2, 2}) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + drift, 6), now, 0))
                    .isEmpty();
        }
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step, 6), now, step)).isEmpty();
        assertThat(Totp.stepOf(SECRET, "", now, 0)).isEmpty();
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void the_vectors_of_rfc_4648_hold(String text, String base32) {
        assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void a_sealed_secret_opens_for_its_person_under_its_installation_only() {
        var seal = new SecretSeal(new Secret("one secret of enough length for this test"));
        var person = new UUID(1, 2);
        var sealed = seal.seal(person, SECRET);

        assertThat(seal.open(person, sealed)).hasValue(SECRET);
        assertThat(seal.open(new UUID(1, 3), sealed)).isEmpty();
        assertThat(new SecretSeal(new Secret("another secret of enough length for it")).open(person, sealed))
                .isEmpty();
        assertThat(seal.open(person, Arrays.copyOf(sealed, 20))).isEmpty();
        assertThat(seal.seal(person, SECRET)).isNotEqualTo(sealed);
    }
}
