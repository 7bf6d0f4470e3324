package io.doorstep.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final UUID TENANT = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID SUBJECT = UUID.fromString("01890000-0000-7000-8000-000000000002");

    private final Tokens tokens = new Tokens(new Secret("a secret for tests only, of enough length"));

    @Test
    void a_signed_link_names_its_tenant_and_subject() {
        var token = tokens.sign("appointment", TENANT, SUBJECT);

        assertThat(tokens.verify("appointment", token)).contains(new Tokens.Claim(TENANT, SUBJECT));
    }

    @Test
    void a_link_for_another_purpose_opens_nothing() {
        assertThat(tokens.verify("unsubscribe", tokens.sign("appointment", TENANT, SUBJECT)))
                .isEmpty();
    }

    @Test
    void another_installations_link_opens_nothing() {
        var other = new Tokens(new Secret("another secret, just as long as the first"));

        assertThat(tokens.verify("appointment", other.sign("appointment", TENANT, SUBJECT)))
                .isEmpty();
    }

    @Test
    void every_changed_byte_is_noticed() {
        var bytes = Base64.getUrlDecoder().decode(tokens.sign("appointment", TENANT, SUBJECT));
        for (var index = 0; index < bytes.length; index++) {
            bytes[index] ^= 1;
            assertThat(tokens.verify(
                            "appointment",
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                    .as("byte %d", index)
                    .isEmpty();
            bytes[index] ^= 1;
        }
    }

    @Test
    void nonsense_is_refused_without_a_failure() {
        var random = new Random(11);
        for (var text : new String[] {"", "%%%", "a".repeat(10_000), "ümlaut", Long.toString(random.nextLong(), 36)}) {
            assertThat(tokens.verify("appointment", text)).isEmpty();
        }
    }

    @Test
    void a_short_secret_does_not_start() {
        assertThatThrownBy(() -> new Secret("too short")).hasMessageContaining("32 characters");
    }
}
