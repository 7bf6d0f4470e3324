package io.doorstep.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.platform.Ids;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.TaskHandler;
import io.doorstep.tenancy.Tasks;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@DoorstepTest
@Import(LifeOfAnAgencyTest.Handlers.class)
class LifeOfAnAgencyTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    SuspendAgency suspendAgency;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    Tasks tasks;

    @Autowired
    Ids ids;

    @Autowired
    SettableClock clock;

    @Autowired
    Done done;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_suspended_agency_lets_nobody_in_loses_nothing_and_goes_on() throws Exception {
        var agency = agencies.fresh();
        var session = signIn(agency);
        var token = token(agency);
        say(agency, "before").andExpect(status().isAccepted());
        var subject = ids.next();
        agency.inTransaction(() ->
                tasks.schedule("note-done", subject, "late", clock.instant().plusSeconds(1)));

        suspendAgency.suspend(agency.tenant(), "The bill is open");

        http.perform(get("/api/me").cookie(session)).andExpect(status().isUnauthorized());
        http.perform(get("/api/me").header("Authorization", "Bearer " + token)).andExpect(status().isUnauthorized());
        http.perform(json(post("/api/sign-in"), signInBody(agency)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:agency-suspended"))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("The bill is open")));
        say(agency, "meanwhile")
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:agency-not-reachable"));
        http.perform(get("/c/" + agency.slug()))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("be reached here right now")));
        http.perform(get("/chat/" + agency.siteKey())).andExpect(status().isServiceUnavailable());
        var held = stable(agency);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(parked(agency)).isPositive());
        assertThat(done.subjects).doesNotContain(subject);
        assertThat(stable(agency)).isEqualTo(held);

        suspendAgency.resume(agency.tenant());

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(done.subjects).contains(subject));
        say(agency, "meanwhile").andExpect(status().isAccepted());
        http.perform(get("/api/me").cookie(signIn(agency))).andExpect(status().isOk());
    }

    @Test
    void only_an_owner_with_a_fresh_proof_who_types_the_name_closes_the_agency_and_its_link_keeps_it()
            throws Exception {
        var agency = agencies.fresh();
        var session = signIn(agency);
        var name = agency.settings().name();
        http.perform(json(post("/api/agency/deletion"), "{\"name\": \"Another\"}")
                        .cookie(session))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("name"));
        http.perform(json(post("/api/agency/deletion"), "{\"name\": \"%s\"}".formatted(name))
                        .header("Authorization", "Bearer " + token(agency)))
                .andExpect(status().isForbidden());
        clock.forward(Duration.ofMinutes(11));
        http.perform(json(post("/api/agency/deletion"), "{\"name\": \"%s\"}".formatted(name))
                        .cookie(session))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:step-up-needed"));
        clock.reset();

        var closed = http.perform(json(post("/api/agency/deletion"), "{\"name\": \"%s\"}".formatted(name))
                        .cookie(session))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var keep = JsonMapper.shared().readTree(closed).path("keepPath").asString();

        http.perform(get("/api/me").cookie(session)).andExpect(status().isUnauthorized());
        say(agency, "hello").andExpect(status().isServiceUnavailable());
        http.perform(json(post("/api/sign-in"), signInBody(agency)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:agency-closing"));
        http.perform(get(keep.substring(0, keep.length() - 4) + "AAAA")).andExpect(status().isNotFound());
        http.perform(get(keep)).andExpect(status().isOk());
        http.perform(post(keep)).andExpect(status().isOk());
        say(agency, "hello").andExpect(status().isAccepted());
        http.perform(post(keep)).andExpect(status().isNotFound());
    }

    @Test
    void an_owners_copy_is_whole_holds_no_secret_and_opens_for_nobody_else() throws Exception {
        var agency = agencies.fresh();
        var other = agencies.fresh();
        say(agency, "hello, a 3 bed near Travis Heights?").andExpect(status().isAccepted());
        var session = signIn(agency);

        var asked = http.perform(post("/api/agency/exports").cookie(session).with(csrf()))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var id = JsonMapper.shared().readTree(asked).path("id").asString();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> http.perform(get("/api/agency/exports").cookie(session))
                        .andExpect(jsonPath("$[0].status").value("READY")));
        var link = http.perform(post("/api/agency/exports/" + id + "/link")
                        .cookie(session)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var url = JsonMapper.shared().readTree(link).path("url").asString();

        var file = http.perform(get(url).cookie(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var files = unzip(file);
        assertThat(files).containsKeys("manifest.json", "people.jsonl", "tables/lead.jsonl", "tables/message.jsonl");
        assertThat(files.get("tables/message.jsonl")).contains("Travis Heights");
        assertThat(files.get("people.jsonl")).contains(agency.email()).doesNotContain("argon2");
        assertThat(String.join("", files.values()))
                .doesNotContain(other.tenant().toString());
        var strange = signIn(other);
        http.perform(get(url).cookie(strange)).andExpect(status().isNotFound());
        http.perform(post("/api/agency/exports/" + id + "/link").cookie(strange).with(csrf()))
                .andExpect(status().isNotFound());
        http.perform(get(url)).andExpect(status().isUnauthorized());
        http.perform(get(url.replace("signature=", "signature=A")).cookie(session))
                .andExpect(status().isNotFound());
        clock.forward(Duration.ofMinutes(11));
        http.perform(get(url).cookie(session)).andExpect(status().isNotFound());
        http.perform(post("/api/agency/exports").cookie(session).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void a_second_copy_is_not_begun_beside_the_first() throws Exception {
        var agency = agencies.fresh();
        var session = signIn(agency);
        sql("insert into agency_export (tenant_id, id, requested_by, requested_at, status) values ('" + agency.tenant()
                + "', '" + ids.next() + "', '" + agency.owner().memberId() + "', now(), 'RUNNING')");

        http.perform(post("/api/agency/exports").cookie(session).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:export-under-way"));
    }

    private Map<String, String> unzip(byte[] file) throws Exception {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private Map<String, String> stable(TestAgency agency) {
        var sums = new HashMap<>(Twins.checksums(settings, agency.tenant()));
        sums.remove("scheduled_tasks");
        sums.remove("session");
        return sums;
    }

    private long parked(TestAgency agency) {
        return org.springframework.jdbc.core.simple.JdbcClient.create(settings.admin())
                .sql(
                        "select count(*) from scheduled_tasks where tenant_id = :tenant and task_name = 'note-done' and last_success is not null and not picked")
                .param("tenant", agency.tenant().value())
                .query(Long.class)
                .single();
    }

    private void sql(String statement) {
        org.springframework.jdbc.core.simple.JdbcClient.create(settings.admin())
                .sql(statement)
                .update();
    }

    private org.springframework.test.web.servlet.ResultActions say(TestAgency agency, String text) throws Exception {
        return http.perform(json(
                        post("/public/chat/" + agency.siteKey() + "/messages"),
                        "{\"clientId\": \"%s\", \"text\": \"%s\"}".formatted(UUID.randomUUID(), text))
                .header(
                        "X-Visitor-Key",
                        "v".repeat(10) + UUID.randomUUID().toString().replace("-", "")));
    }

    private Cookie signIn(TestAgency agency) throws Exception {
        var cookie = http.perform(json(post("/api/sign-in"), signInBody(agency)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getCookie("__Host-doorstep");
        return java.util.Objects.requireNonNull(cookie);
    }

    private String token(TestAgency agency) throws Exception {
        var body = http.perform(json(
                        post("/api/token"),
                        "{\"email\": \"%s\", \"password\": \"%s\", \"agency\": \"%s\"}"
                                .formatted(agency.email(), TestAgencies.PASSWORD, agency.slug())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonMapper.shared().readTree(body).path("accessToken").asString();
    }

    private static String signInBody(TestAgency agency) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(agency.email(), TestAgencies.PASSWORD);
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf());
    }

    static final class Done {
        final Set<UUID> subjects = ConcurrentHashMap.newKeySet();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        Done done() {
            return new Done();
        }

        @Bean
        TaskHandler noteDone(Done done) {
            return new TaskHandler() {
                @Override
                public String taskName() {
                    return "note-done";
                }

                @Override
                public void run(UUID subject) {
                    done.subjects.add(subject);
                }
            };
        }
    }
}
