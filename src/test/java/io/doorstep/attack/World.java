package io.doorstep.attack;

import static org.awaitility.Awaitility.await;

import io.doorstep.identity.AddMember;
import io.doorstep.identity.Role;
import io.doorstep.platform.Tokens;
import io.doorstep.tenancy.Live;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three agencies with the same natural keys: the same e-mails, phones, idempotency keys and listing keys, so that whatever compares keys without the
 * tenant shows. Everything is made through the API, as people make it.
 */
public final class World {

    public static final String EMAIL = "nora@whitfield.example";
    public static final String PHONE = "+15125550147";
    public static final String SAME_KEY = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static final Map<WebApplicationContext, World> MADE = new java.util.IdentityHashMap<>();
    private static final Duration FRESH = Duration.ofMinutes(4); // tokens and proofs of identity hold ten
    private static final List<String> NAMES = List.of("quillfeather", "zanzibarov", "ombrellino");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Wire wire;
    private final TestAgencies agencies;
    private final AddMember addMember;
    private final JdbcClient admin;
    private final Tokens tokens;
    private final Live live;
    private final List<Tenant> tenants;
    private long signedInAt = System.nanoTime();

    private World(WebApplicationContext rooms) {
        this.wire = new Wire(rooms);
        this.agencies = rooms.getBean(TestAgencies.class);
        this.addMember = rooms.getBean(AddMember.class);
        this.admin = JdbcClient.create(TestDatabase.shared().admin());
        this.tokens = rooms.getBean(Tokens.class);
        this.live = rooms.getBean(Live.class);
        var number = WORLDS.incrementAndGet();
        this.tenants = NAMES.stream()
                .map(name -> new Tenant(agencies.fresh(), name + number))
                .toList();
        tenants.forEach(this::people);
        tenants.forEach(this::visitor);
        tenants.forEach(this::keys);
        tenants.forEach(this::settings);
        tenants.forEach(this::leads);
        tenants.forEach(this::deal);
        tenants.forEach(this::conversation);
        tenants.forEach(this::drain);
        tenants.forEach(this::versions);
        tenants.forEach(this::secrets);
        tenants.forEach(this::keepOnlyItsOwn);
    }

    /** The one of this application, furnished once. Requests that change it go through {@link Undone}. */
    public static synchronized World of(WebApplicationContext rooms) {
        var world = MADE.computeIfAbsent(rooms, World::new);
        if (Duration.ofNanos(System.nanoTime() - world.signedInAt).compareTo(FRESH) > 0) world.signInAgain();
        return world;
    }

    public Tenant a() {
        return tenants.get(0);
    }

    public Tenant b() {
        return tenants.get(1);
    }

    public Tenant c() {
        return tenants.get(2);
    }

    Snapshot snapshot(Tenant tenant) {
        var users = admin.sql("select user_id from member where tenant_id = :tenant")
                .param("tenant", tenant.id())
                .query(UUID.class)
                .list();
        return new Snapshot(admin, tenant.id(), users);
    }

    public Checksums checksums() {
        return new Checksums(admin);
    }

    /** Keys that clients choose are the same in all agencies and tell nothing. */
    private void keepOnlyItsOwn(Tenant tenant) {
        var elsewhere = tenants.stream().filter(other -> other != tenant).flatMap(other -> other.secrets().stream());
        tenant.secrets().removeAll(elsewhere.collect(java.util.stream.Collectors.toSet()));
    }

    private void secrets(Tenant tenant) {
        new Checksums(admin).idsOf(tenant).forEach(tenant.secrets()::add);
        tenant.secrets().add(tenant.agency().slug());
        tenant.secrets().add(tenant.agency().siteKey());
        tenant.secrets().add(tenant.agency().email());
    }

    /** A server finds out that a reader has gone when it writes; a test that ends should not wait for that. */
    void endStreams() {
        for (int time = 0; time < 2; time++) {
            a().agency().inTransaction(() -> live.publish("deal", Map.of()));
        }
    }

    private void signInAgain() {
        for (var tenant : tenants) {
            tenant.members().replaceAll((_, member) -> signedIn(tenant, member.id(), member.email()));
        }
        signedInAt = System.nanoTime();
    }

    private void people(Tenant tenant) {
        var agency = tenant.agency();
        tenant.joins(Role.OWNER, signedIn(tenant, agency.owner().memberId(), agency.email()));
        if (tenant.mark().startsWith(NAMES.getFirst())) { // only the attacker needs all roles
            for (var role : List.of(Role.ADMIN, Role.AGENT, Role.VIEWER)) {
                var id = added(tenant, role, role.name().toLowerCase());
                tenant.joins(role, signedIn(tenant, id, role.name().toLowerCase() + "@" + agency.slug() + ".example"));
            }
        }
        tenant.things().put("colleague", added(tenant, Role.AGENT, "colleague").toString());
        tenant.things().put("passkey", passkeyOf(tenant.thing("colleague")).toString());
        tenant.things().put("colleagueEmail", "colleague@" + agency.slug() + ".example");
        tenant.things().put("slug", agency.slug());
        tenant.things().put("siteKey", agency.siteKey());
        tenant.things().put("tenant", agency.tenant().toString());
        tenant.things().put("user", agency.owner().userId().toString());
    }

    /** A colleague's, so that nobody who asks has a second factor; nobody may reach another person's. */
    private UUID passkeyOf(String member) {
        return admin.sql("""
                        insert into passkey (credential_id, id, user_id, name, attested, sign_count, transports, backup_eligible, backed_up, created_at)
                        select uuid_send(gen_random_uuid()), gen_random_uuid(), user_id, 'of a colleague', '\\x00', 0, '{}', false, false, now()
                          from member where id = :member
                        returning id
                        """)
                .param("member", UUID.fromString(member))
                .query(UUID.class)
                .single();
    }

    private UUID added(Tenant tenant, Role role, String name) {
        var email = name + "@" + tenant.agency().slug() + ".example";
        return tenant.agency()
                .inScope(() -> addMember
                        .add(
                                name + " " + tenant.mark(),
                                email,
                                TestAgencies.PASSWORD,
                                role,
                                ZoneId.of("America/Chicago"),
                                3)
                        .id());
    }

    private Tenant.Member signedIn(Tenant tenant, UUID id, String email) {
        var proof = Map.of(
                "email",
                email,
                "password",
                TestAgencies.PASSWORD,
                "agency",
                tenant.agency().slug());
        var cookie = wire
                .perform(csrf(json(HttpMethod.POST, "/api/sign-in", proof)))
                .headers()
                .getOrDefault("Set-Cookie", List.of())
                .stream()
                .filter(one -> one.startsWith("__Host-doorstep="))
                .map(one -> one.substring("__Host-doorstep=".length(), one.indexOf(';')))
                .findFirst()
                .orElseThrow();
        var token = read(wire.perform(json(HttpMethod.POST, "/api/token", proof)))
                .path("accessToken")
                .asString();
        return new Tenant.Member(id, email, new Pass.Session(cookie), new Pass.Bearer(token));
    }

    /** What a person does who has just proven who they are. */
    private void keys(Tenant tenant) {
        var key = byOwner(
                tenant,
                "/api/settings/api-keys",
                Map.of("name", "Key of " + tenant.mark(), "scopes", List.of("leads:read")));
        tenant.things()
                .put(
                        "apiKey",
                        key.path("id").asString(key.path("key").path("id").asString()));
        tenant.things()
                .put(
                        "invitation",
                        byOwner(
                                        tenant,
                                        "/api/team/invitations",
                                        Map.of(
                                                "email",
                                                "invited@whitfield.example",
                                                "role",
                                                "AGENT",
                                                "note",
                                                "Come to " + tenant.mark()))
                                .path("invitation")
                                .path("id")
                                .asString());
        tenant.things()
                .put(
                        "export",
                        byOwner(tenant, "/api/agency/exports", Map.of())
                                .path("id")
                                .asString());
    }

    private JsonNode byOwner(Tenant tenant, String path, Object body) {
        var cookie = new jakarta.servlet.http.Cookie(
                "__Host-doorstep", tenant.member(Role.OWNER).session().cookie());
        return read(wireOk(csrf(json(HttpMethod.POST, path, body)).cookie(cookie)));
    }

    private void settings(Tenant tenant) {
        var mark = tenant.mark();
        var agency = get(tenant, "/api/settings/agency");
        send(
                tenant,
                HttpMethod.PUT,
                "/api/settings/agency",
                Map.of(
                        "name",
                        "Agency " + mark,
                        "timeZone",
                        "America/Chicago",
                        "currency",
                        "USD",
                        "accentHue",
                        210,
                        "assistantName",
                        "Bot " + mark,
                        "allowedOrigins",
                        List.of("https://" + mark + ".example"),
                        "areas",
                        List.of("Zilker", mark)),
                agency.path("version").asInt());
        var article = send(
                tenant,
                HttpMethod.POST,
                "/api/settings/knowledge",
                Map.of(
                        "active",
                        true,
                        "language",
                        "en",
                        "title",
                        "Parking at " + mark,
                        "body",
                        "Visitors of " + mark + " park behind the house.",
                        "questions",
                        List.of("Where can I park near " + mark + "?")));
        tenant.things().put("article", article.path("id").asString());
        var csv =
                "ListingKey,StandardStatus,PropertyType,PropertySubType,ListPrice,BedroomsTotal,BathroomsTotalInteger,UnparsedAddress,City\n"
                        + "K001,Active,,Apartment,650000,3,2,1 %s Street,Austin\nK002,Active,,Apartment,700000,3,2,2 %s Street,Austin\n"
                                .formatted(mark, mark);
        wireOk(signed(
                tenant,
                MockMvcRequestBuilders.post("/api/settings/listings/import")
                        .contentType("application/octet-stream")
                        .content(csv)));
        tenant.things()
                .put(
                        "listing",
                        get(tenant, "/api/settings/listings")
                                .path("items")
                                .get(0)
                                .path("id")
                                .asString());
        var questions = get(tenant, "/api/settings/questions");
        tenant.things().put("questions", questions.toString());
        var colleague = tenant.thing("colleague");
        send(
                tenant,
                HttpMethod.PUT,
                "/api/team/" + colleague + "/working-hours",
                Map.of(
                        "timeZone",
                        "America/Chicago",
                        "hours",
                        java.util.stream.IntStream.rangeClosed(1, 7)
                                .mapToObj(day -> Map.of(
                                        "weekday", day, "opens", LocalTime.of(8, 0), "closes", LocalTime.of(20, 0)))
                                .toList()));
        var card = get(tenant, "/api/settings/scorecard");
        var terms = card.path("versions").get(0).path("terms");
        tenant.things().put("terms", terms.toString());
        send(
                tenant,
                HttpMethod.PUT,
                "/api/settings/scorecard/draft",
                terms,
                card.path("revision").asInt());
    }

    private void leads(Tenant tenant) {
        var body = Map.of(
                "name",
                "Nora " + tenant.mark(),
                "email",
                EMAIL,
                "phone",
                PHONE,
                "note",
                "Met at " + tenant.mark(),
                "pipeline",
                "BUYER");
        var lead = read(wireOk(signed(tenant, json(HttpMethod.POST, "/api/leads", body))
                        .header("Idempotency-Key", SAME_KEY)))
                .path("id")
                .asString();
        tenant.things().put("lead", lead);
        wire.perform(MockMvcRequestBuilders.post("/c/" + tenant.agency().slug())
                .param("form", UUID.randomUUID().toString())
                .param("name", "Otto " + tenant.mark())
                .param("email", "otto@whitfield.example")
                .param("intent", "BUY")
                .param("message", "A house near " + tenant.mark())
                .param("consentEmail", "on"));
        send(
                tenant,
                HttpMethod.POST,
                "/api/leads/" + lead + "/facts",
                Map.of("key", "areas", "value", List.of(tenant.mark()), "display", tenant.mark()));
        send(
                tenant,
                HttpMethod.PUT,
                "/api/leads/" + lead + "/grade",
                Map.of("grade", "HOT", "reason", "Seen at " + tenant.mark()));
        var slots = get(tenant, "/api/slots?days=7&member=" + tenant.thing("colleague"))
                .path("slots");
        var appointment = send(
                tenant,
                HttpMethod.POST,
                "/api/appointments",
                Map.of(
                        "leadId",
                        lead,
                        "memberId",
                        tenant.thing("colleague"),
                        "kind",
                        "VIEWING",
                        "startsAt",
                        slots.get(4).path("startsAt").asString(),
                        "minutes",
                        30,
                        "place",
                        "At " + tenant.mark()));
        tenant.things().put("appointment", appointment.path("id").asString());
        tenant.things().put("appointmentVersion", appointment.path("version").asString());
        tenant.things().put("slotId", slots.get(12).path("slotId").asString());
        tenant.things().put("startsAt", slots.get(12).path("startsAt").asString());
    }

    private void deal(Tenant tenant) {
        var deal = admin.sql("select id::text from deal where tenant_id = :tenant and lead_id = :lead")
                .param("tenant", tenant.id())
                .param("lead", UUID.fromString(tenant.thing("lead")))
                .query(String.class)
                .single();
        tenant.things().put("deal", deal);
        var moves = "/api/deals/" + deal + "/moves";
        var version = get(tenant, moves).path("version").asInt();
        send(
                tenant,
                HttpMethod.POST,
                moves,
                Map.of("to", "SHOWING", "version", version, "override", Map.of("reason", "Met at " + tenant.mark())));
        var action = send(
                tenant,
                HttpMethod.PUT,
                "/api/deals/" + deal + "/next-action",
                Map.of("kind", "CALL", "title", "Call " + tenant.mark(), "dueAt", "2031-01-01T10:00:00Z"));
        tenant.things().put("nextAction", action.path("id").asString());
    }

    /** Writes first of all, so that the assistant answers meanwhile. */
    private void visitor(Tenant tenant) {
        var key = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "").substring(0, 40);
        tenant.things().put("visitorKey", key);
        var said = Map.of(
                "clientId", SAME_KEY,
                "text",
                        "hi, I am Nora, looking for a 3 bed near " + tenant.mark()
                                + ", around 650k, I have a pre-approval",
                "page", "/homes/" + tenant.mark());
        var conversation = read(wireOk(
                        json(HttpMethod.POST, "/public/chat/" + tenant.agency().siteKey() + "/messages", said)
                                .header("X-Visitor-Key", key)))
                .path("conversationId")
                .asString();
        tenant.things().put("conversation", conversation);
    }

    /** The assistant has answered; a member takes over and writes. */
    private void conversation(Tenant tenant) {
        var conversation = tenant.thing("conversation");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> admin.sql("""
                        select count(*) from message
                         where tenant_id = :tenant and conversation_id = :conversation and author = 'ASSISTANT' and seq > 1
                        """)
                                .param("tenant", tenant.id())
                                .param("conversation", UUID.fromString(conversation))
                                .query(Long.class)
                                .single()
                        > 0);
        wireOk(signed(tenant, MockMvcRequestBuilders.post("/api/conversations/" + conversation + "/take-over")));
        send(
                tenant,
                HttpMethod.POST,
                "/api/conversations/" + conversation + "/messages",
                Map.of("clientId", SAME_KEY, "text", "This is " + tenant.mark()));
    }

    /** Until nothing is due: what tasks still do would look like somebody's doing. */
    private void drain(Tenant tenant) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> admin.sql("""
                        select count(*) from scheduled_tasks
                         where task_instance like :tenant || '/%' and (picked or execution_time <= now() + interval '2 seconds')
                        """)
                                .param("tenant", tenant.id().toString())
                                .query(Long.class)
                                .single()
                        == 0);
    }

    /** What a good request says of what it has seen. */
    private void versions(Tenant tenant) {
        var things = tenant.things();
        things.put(
                "dealVersion",
                get(tenant, "/api/deals/" + tenant.thing("deal") + "/moves")
                        .path("version")
                        .asString());
        things.put(
                "dealSeq",
                admin.sql("select max(seq)::text from deal_move where tenant_id = :tenant and deal_id = :deal")
                        .param("tenant", tenant.id())
                        .param("deal", UUID.fromString(tenant.thing("deal")))
                        .query(String.class)
                        .single());
        things.put(
                "appointmentVersion",
                admin.sql("select version::text from appointment where tenant_id = :tenant and id = :id")
                        .param("tenant", tenant.id())
                        .param("id", UUID.fromString(tenant.thing("appointment")))
                        .query(String.class)
                        .single());
        things.put(
                "manageToken", tokens.sign("appointment", tenant.id(), UUID.fromString(tenant.thing("appointment"))));
        things.put(
                "agencyVersion",
                get(tenant, "/api/settings/agency").path("version").asString());
        things.put(
                "assistantVersion",
                get(tenant, "/api/settings/assistant").path("version").asString());
        things.put(
                "questionsVersion",
                get(tenant, "/api/settings/questions").path("version").asString());
        things.put(
                "scorecardVersion",
                get(tenant, "/api/settings/scorecard").path("revision").asString());
        things.put("articleVersion", "1");
        things.put(
                "listingVersion",
                get(tenant, "/api/settings/listings")
                        .path("items")
                        .get(0)
                        .path("version")
                        .asString());
        things.put(
                "session",
                admin.sql("select id::text from session where tenant_id = :tenant and revoked_at is null order"
                                + " by created_at limit 1")
                        .param("tenant", tenant.id())
                        .query(String.class)
                        .single());
        things.put("owner", tenant.member(Role.OWNER).id().toString());
        things.put("email", tenant.agency().email());
        things.put("mark", tenant.mark());
    }

    JsonNode get(Tenant tenant, String path) {
        return read(wireOk(signed(tenant, MockMvcRequestBuilders.get(path))));
    }

    private JsonNode send(Tenant tenant, HttpMethod method, String path, Object body) {
        return read(wireOk(signed(tenant, json(method, path, body))));
    }

    private JsonNode send(Tenant tenant, HttpMethod method, String path, Object body, int version) {
        return read(wireOk(signed(tenant, json(method, path, body)).header("If-Match", "\"" + version + "\"")));
    }

    private Answer wireOk(MockHttpServletRequestBuilder request) {
        var answer = wire.perform(request);
        if (answer.status() >= 300) {
            throw new IllegalStateException("the world could not be furnished: " + answer.text());
        }
        return answer;
    }

    private static MockHttpServletRequestBuilder signed(Tenant tenant, MockHttpServletRequestBuilder request) {
        return request.header(
                "Authorization", "Bearer " + tenant.member(Role.OWNER).token().token());
    }

    private static MockHttpServletRequestBuilder csrf(MockHttpServletRequestBuilder request) {
        return request.cookie(new jakarta.servlet.http.Cookie("XSRF-TOKEN", SAME_KEY))
                .header("X-XSRF-TOKEN", SAME_KEY);
    }

    private static MockHttpServletRequestBuilder json(HttpMethod method, String path, Object body) {
        return MockMvcRequestBuilders.request(method, path)
                .contentType("application/json")
                .content(JSON.writeValueAsString(body));
    }

    static JsonNode read(Answer answer) {
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }
}
