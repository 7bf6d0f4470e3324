package io.doorstep.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Role;
import io.doorstep.platform.Tokens;
import io.doorstep.testing.DoorstepTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Tokens, cookies, links and site keys that are forged, mixed or carried to another agency's door. */
@DoorstepTest
class DoorsTest {

    @Autowired
    WebApplicationContext rooms;

    @Autowired
    Tokens tokens;

    private @org.jspecify.annotations.Nullable Wire wire;

    @Test
    void a_token_that_was_changed_anywhere_lets_nobody_in() {
        var world = World.of(rooms);
        var genuine = world.a().member(Role.OWNER).token().token();
        var parts = genuine.split("\\.");
        var header = decoded(parts[0]);
        var claims = decoded(parts[1]);
        var tenant = "\"tenant\":\"" + world.a().id() + "\"";
        var forged = new ArrayList<String>();
        for (var algorithm : List.of("none", "None", "HS256", "RS256", "ES384", "")) {
            forged.add(encoded(header.replace("ES256", algorithm)) + "." + parts[1] + "." + parts[2]);
            forged.add(encoded(header.replace("ES256", algorithm)) + "." + parts[1] + ".");
        }
        for (var more : List.of(
                "\"jku\":\"http://127.0.0.1/keys\"",
                "\"jwk\":{\"kty\":\"EC\"}",
                "\"x5u\":\"http://127.0.0.1/\"",
                "\"crit\":[\"exp\"]",
                "\"kid\":\"../../etc/passwd\"",
                "\"kid\":\"' or 1=1 --\"")) {
            forged.add(encoded(header.replaceFirst("}$", "," + more + "}")) + "." + parts[1] + "." + parts[2]);
        }
        for (var changed : List.of(
                claims.replace(world.a().id().toString(), world.b().id().toString()),
                claims.replace(tenant, "\"tenant\":[\"" + world.b().id() + "\"]"),
                claims.replace(tenant, "\"Tenant\":\"" + world.b().id() + "\""),
                claims.replace(tenant, tenant + ",\"tenant\":\"" + world.b().id() + "\""),
                claims.replace("\"tenant\"", "\"other\""),
                claims.replaceAll("\"exp\":\\d+", "\"exp\":9999999999"),
                claims.replaceAll("\"role\":\"\\w+\"", "\"role\":\"OWNER\",\"x\":1"))) {
            forged.add(parts[0] + "." + encoded(changed) + "." + parts[2]);
        }
        for (int at = 0; at < genuine.length(); at += 7) {
            var other = genuine.charAt(at) == 'A' ? 'B' : 'A';
            forged.add(genuine.substring(0, at) + other + genuine.substring(at + 1));
        }
        forged.add("");
        forged.add("null");
        forged.add("a.b.c");
        forged.add("ey".repeat(5_000));

        assertThat(statusOf(genuine)).isEqualTo(200);
        // the last character of a signature has bits that no one reads
        assertThat(forged)
                .filteredOn(token -> !token.regionMatches(0, genuine, 0, genuine.length() - 1))
                .allSatisfy(token -> assertThat(statusOf(token)).as(token).isEqualTo(401));
        System.out.printf("forged tokens: %d refused%n", forged.size());
    }

    @Test
    void a_cookie_that_was_made_up_is_nobodys() {
        var wire = new Wire(rooms);
        for (var cookie : List.of(
                "",
                "x",
                "A".repeat(43),
                World.SAME_KEY,
                "\u0000".repeat(3),
                World.of(rooms).a().member(Role.OWNER).token().token())) {
            var answer = wire.perform(MockMvcRequestBuilders.get("/api/me")
                    .cookie(new jakarta.servlet.http.Cookie("__Host-doorstep", cookie)));

            assertThat(answer.status()).isEqualTo(401);
        }
    }

    @Test
    void a_link_that_mixes_two_agencies_leads_where_a_random_one_leads() {
        var world = World.of(rooms);
        var appointment = UUID.fromString(world.b().thing("appointment"));
        var mixed = List.of(
                tokens.sign("appointment", world.a().id(), appointment), // signed here, for a pair that does not exist
                tokens.sign("other", world.b().id(), appointment),
                world.b().thing("manageToken").substring(0, 60) + "AAAA",
                world.a().thing("manageToken").substring(0, 20)
                        + world.b().thing("manageToken").substring(20));
        var wire = new Wire(rooms);
        var random = tokens.sign("appointment", world.a().id(), UUID.randomUUID());
        for (var path : List.of("/a/%s", "/a/%s.ics")) {
            var control = wire.perform(MockMvcRequestBuilders.get(path.formatted(random)));
            for (var link : mixed) {
                var answer = wire.perform(MockMvcRequestBuilders.get(path.formatted(link)));

                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.text()).doesNotContain(world.b().secrets());
                if (path.equals("/a/%s")) assertThat(answer.essence(link)).isEqualTo(control.essence(random));
            }
        }
    }

    @Test
    void the_chat_of_one_agency_does_not_speak_to_pages_of_another() {
        var world = World.of(rooms);
        var wire = new Wire(rooms);
        var said = "{\"clientId\": \"" + UUID.randomUUID() + "\", \"text\": \"hello\"}";

        var answer = wire.perform(
                MockMvcRequestBuilders.post("/public/chat/" + world.b().agency().siteKey() + "/messages")
                        .header("Origin", "https://" + world.a().mark() + ".example")
                        .header("X-Visitor-Key", "A".repeat(30))
                        .contentType("application/json")
                        .content(said));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("origin-not-allowed");
    }

    @Test
    void the_same_idempotency_key_is_another_lead_in_each_agency() {
        var world = World.of(rooms);

        assertThat(List.of(
                        world.a().thing("lead"),
                        world.b().thing("lead"),
                        world.c().thing("lead")))
                .doesNotHaveDuplicates();
    }

    private Wire wire() {
        if (wire == null) wire = new Wire(rooms);
        return wire;
    }

    private int statusOf(String token) {
        return wire().perform(MockMvcRequestBuilders.get("/api/me").header("Authorization", "Bearer " + token))
                .status();
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
