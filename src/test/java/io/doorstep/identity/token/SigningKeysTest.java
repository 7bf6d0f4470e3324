package io.doorstep.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import io.doorstep.identity.Client;
import io.doorstep.identity.Proof;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Seal;
import io.doorstep.platform.Secret;
import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DoorstepTest
class SigningKeysTest {

    private static final Client SCRIPT = new Client("192.0.2.10", "curl/8.14.1");

    @Autowired
    RefreshTokens tokens;

    @Autowired
    AccessTokens accessTokens;

    @Autowired
    SigningKeys keys;

    @Autowired
    TokenFamilies families;

    @Autowired
    TestAgencies agencies;

    @Autowired
    SettableClock clock;

    @Autowired
    Ids ids;

    @Autowired
    MockMvc http;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_rotation_signs_nobody_out_and_the_old_key_goes_when_its_last_token_has_expired() {
        var before = token();
        var oldKey = keys.signing().getKeyID();

        keys.rotate();

        assertThat(accessTokens.memberOf(before)).isPresent();
        assertThat(accessTokens.memberOf(token())).isPresent();
        assertThat(keys.signing().getKeyID()).isNotEqualTo(oldKey);
        assertThat(keys.published().getKeyByKeyId(oldKey)).isNotNull();
        clock.forward(SigningKeys.OVERLAP.plusSeconds(1));
        assertThat(keys.published().getKeyByKeyId(oldKey)).isNull();
    }

    @Test
    void a_key_that_grew_old_is_followed_by_another_once() {
        var young = keys.signing().getKeyID();
        assertThat(keys.replaceOlderThan(SigningKeys.AGE)).isEmpty();
        clock.forward(SigningKeys.AGE.plusSeconds(1));

        var next = keys.replaceOlderThan(SigningKeys.AGE);

        assertThat(next).isPresent().get().isNotEqualTo(young);
        assertThat(keys.replaceOlderThan(SigningKeys.AGE)).isEmpty();
    }

    @Test
    void nodes_that_start_at_once_on_an_empty_database_agree_on_one_key_and_so_do_nodes_that_rotate() throws Exception {
        var database = TestDatabase.fresh();
        var nodes = new ArrayList<SigningKeys>();
        for (var i = 0; i < 8; i++) {
            var gate = database.as(DatabaseRole.GATE);
            nodes.add(new SigningKeys(
                    JdbcClient.create(gate),
                    new JdbcTransactionManager(gate),
                    new Seal(new Secret("a secret for tests only, of enough length")),
                    clock));
        }

        assertThat(together(nodes, node -> node.signing().getKeyID())).hasSize(1);
        clock.forward(SigningKeys.AGE.plusSeconds(1));
        var rotated =
                together(nodes, node -> node.replaceOlderThan(SigningKeys.AGE).orElse("another node did"));
        assertThat(rotated).hasSize(2);
    }

    @Test
    void
            a_token_of_another_node_with_a_key_not_seen_before_is_let_in_and_one_under_another_secret_signs_with_a_new_key() {
        var database = TestDatabase.shared();
        var gate = database.as(DatabaseRole.GATE);
        keys.signing();
        var moved = new SigningKeys(
                JdbcClient.create(gate),
                new JdbcTransactionManager(gate),
                new Seal(new Secret("another secret for tests, of enough length")),
                clock);
        var before = keys.signing().getKeyID();

        var after = moved.signing();

        assertThat(after.getKeyID()).isNotEqualTo(before);
        assertThat(after.isPrivate()).isTrue();
        keys.rotate(); // as the running installation knows it again
    }

    @Test
    void the_world_sees_public_halves_only() throws Exception {
        var answer = http.perform(MockMvcRequestBuilders.get("/.well-known/jwks.json"))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("application/jwk-set+json");
        var set = com.nimbusds.jose.jwk.JWKSet.parse(answer.getContentAsString());
        assertThat(set.getKeys()).isNotEmpty().noneMatch(JWK::isPrivate);
        assertThat(set.getKeyByKeyId(SignedJWT.parse(token()).getHeader().getKeyID()))
                .isNotNull();
    }

    @Test
    void a_token_says_nothing_about_how_it_is_to_be_judged() throws Exception {
        var genuine = SignedJWT.parse(token());
        var key = keys.signing();

        assertThat(accessTokens.memberOf(
                        signed(header(key.getKeyID()), genuine.getPayload().toString())))
                .as("the same, signed by us")
                .isPresent();
        for (var foreign : new JWSHeader[] {
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build(),
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType("at+jwt"))
                    .build(),
            header("another-key-id-of-right-length-1234567"),
            new JWSHeader.Builder(header(key.getKeyID()))
                    .jwkURL(URI.create("https://attacker.example/jwks"))
                    .build(),
            new JWSHeader.Builder(header(key.getKeyID())).jwk(key.toPublicJWK()).build(),
            new JWSHeader.Builder(header(key.getKeyID()))
                    .x509CertURL(URI.create("https://attacker.example/cert"))
                    .build(),
            new JWSHeader.Builder(header(key.getKeyID()))
                    .criticalParams(Set.of("exp"))
                    .build(),
        }) {
            assertThat(accessTokens.memberOf(
                            signed(foreign, genuine.getPayload().toString())))
                    .as(foreign.toString())
                    .isEmpty();
        }
    }

    @Test
    void even_a_token_that_we_signed_must_say_what_ours_say() throws Exception {
        var payload = SignedJWT.parse(token()).getPayload().toString();
        var header = header(keys.signing().getKeyID());
        var tenant = payload.replaceAll(".*\"tenant\":\"([^\"]+)\".*", "$1");

        for (UnaryOperator<String> change : java.util.List.<UnaryOperator<String>>of(
                text -> text.replace("\"iss\":\"doorstep\"", "\"iss\":\"someone\""),
                text -> text.replace("\"aud\":\"doorstep-api\"", "\"aud\":\"another\""),
                text -> text.replace("\"aud\":\"doorstep-api\"", "\"aud\":[\"doorstep-api\",\"another\"]"),
                text -> text.replaceAll("\"exp\":\\d+", "\"exp\":1"),
                text -> text.replaceAll("\"exp\":\\d+", "\"exp\":99999999999"),
                text -> text.replaceAll("\"exp\":\\d+,?", "").replace(",}", "}"),
                text -> text.replaceAll("\"nbf\":\\d+", "\"nbf\":99999999999"),
                text -> text.replaceAll("\"iat\":\\d+", "\"iat\":99999999999"),
                text -> text.replace("\"" + tenant + "\"", "[\"" + tenant + "\"]"),
                text -> text.replace("\"" + tenant + "\"", "null"),
                text -> text.replace("\"" + tenant + "\"", "\"" + tenant.toUpperCase(java.util.Locale.ROOT) + "\""),
                text -> text.replace("\"tenant\":", "\"Tenant\":"),
                text -> text.replace("{", "{\"tenant\":\"" + ids.next() + "\","),
                text -> text.replace("\"sub\":\"", "\"sub\":\"x"),
                text -> text.replaceAll("\"fam\":\"[^\"]+\"", "\"fam\":\"" + ids.next() + "\""))) {
            var changed = change.apply(payload);
            assertThat(changed).isNotEqualTo(payload);
            assertThat(accessTokens.memberOf(signed(header, changed)))
                    .as(changed)
                    .isEmpty();
        }
    }

    @Test
    void an_access_token_ends_after_ten_minutes() {
        var token = token();
        clock.forward(AccessTokens.LIFE.minusSeconds(5));
        assertThat(accessTokens.memberOf(token)).isPresent();

        clock.forward(Duration.ofSeconds(6));

        assertThat(accessTokens.memberOf(token)).isEmpty();
    }

    private String token() {
        return tokens.open(agencies.fresh().owner(), Set.of(Proof.PASSWORD), SCRIPT)
                .access()
                .token();
    }

    private static JWSHeader header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(kid)
                .build();
    }

    private String signed(JWSHeader header, String payload) throws Exception {
        var jws = new JWSObject(header, new Payload(payload));
        jws.sign(new ECDSASigner(keys.signing()));
        return jws.serialize();
    }

    private static Set<String> together(
            java.util.List<SigningKeys> nodes, java.util.function.Function<SigningKeys, String> act) throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node : nodes) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return act.apply(node);
                }));
            }
            start.countDown();
        }
        var distinct = new HashSet<String>();
        for (var answer : answers) {
            distinct.add(answer.get());
        }
        return distinct;
    }
}
