package io.doorstep.attack;

import static org.awaitility.Awaitility.await;

import io.doorstep.attack.Program.Step;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agency that plays its part of a program at one site, and remembers its things in order. */
final class Resident {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "a password for tests";
    private static final String CSRF = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Moments in people's words, and how long something took. */
    private static final Pattern NAMELESS = Pattern.compile("Visitor [0-9A-F]{4}|\"initials\":\"[^\"]*\"");

    private static final Pattern WHEN = Pattern.compile(
            "\\b\\d{1,2}:\\d\\d(:\\d\\d)?( ?[AP]M)?|\\b\\d+ (?:s|sec|seconds?|min|minutes?|h|hours?)\\b|just"
                    + " now|\"nextCursor\":\"[^\"]+\"|\"[a-zA-Z]*(?:Seconds|Millis|Minutes)\":[0-9.]+|\\b1[0-9]{9}\\b");

    private final Site site;
    private final String name;
    private final String slug;
    private final Pass.Session session;
    private final Map<String, List<String>> things = new HashMap<>();
    private final List<String> visitors = new ArrayList<>();
    private final String siteKey;
    private final UUID tenant;
    private final String member;

    Resident(Site site, String name) {
        this.site = site;
        this.name = name;
        this.slug = name;
        var signUp = MockMvcRequestBuilders.post("/api/sign-up")
                .cookie(new Cookie("XSRF-TOKEN", CSRF))
                .header("X-XSRF-TOKEN", CSRF)
                .contentType("application/json")
                .content(JSON.writeValueAsString(Map.of(
                        "agencyName",
                        "Agency " + name,
                        "slug",
                        slug,
                        "timeZone",
                        "America/Chicago",
                        "ownerName",
                        "Olive Owner",
                        "email",
                        "owner@" + slug + ".example",
                        "password",
                        PASSWORD)));
        var answer = site.wire().perform(signUp);
        if (answer.status() != 201) throw new IllegalStateException(answer.text());
        this.session = new Pass.Session(answer.headers().get("Set-Cookie").stream()
                .filter(one -> one.startsWith("__Host-doorstep="))
                .map(one -> one.substring("__Host-doorstep=".length(), one.indexOf(';')))
                .findFirst()
                .orElseThrow());
        this.siteKey = read("/api/settings/widget").path("siteKey").asString();
        var me = read("/api/me");
        this.tenant = UUID.fromString(me.path("agency").path("id").asString());
        this.member = me.path("member").path("id").asString();
        drain();
    }

    UUID tenant() {
        return tenant;
    }

    Pass.Session session() {
        return session;
    }

    /** Its ids of a kind, as it came to know them. */
    List<String> things(String kind) {
        return things.getOrDefault(kind, List.of());
    }

    /** @return what the agency saw, without what differs between two runs */
    String play(Step step) {
        var what = step.what();
        var word = List.of("zilker", "mueller", "hyde", "clarksville").get(what % 4);
        var seen = switch (step.deed()) {
            case ENTER_LEAD -> enterLead(step);
            case CHAT -> chat(step, UUID.randomUUID().toString().replace("-", "") + "00000000");
            case CHAT_ON -> visitors.isEmpty() ? "" : chat(step, visitors.get(step.which() % visitors.size()));
            case FORM -> form(step);
            case MOVE -> about("lead", step, lead -> move(lead, step));
            case NEXT_ACTION ->
                about(
                        "lead",
                        step,
                        lead -> post(
                                HttpMethod.PUT,
                                "/api/deals/" + dealOf(lead) + "/next-action",
                                Map.of("kind", "CALL", "title", "Call " + what, "dueAt", "2031-01-01T10:00:00Z")));
            case BOOK -> about("lead", step, lead -> book(lead, step));
            case RESCHEDULE ->
                about(
                        "appointment",
                        step,
                        id -> post(
                                HttpMethod.POST,
                                "/api/appointments/" + id + "/reschedule",
                                Map.of("startsAt", slot(what), "version", 1)));
            case CANCEL ->
                about(
                        "appointment",
                        step,
                        id -> post(
                                HttpMethod.POST,
                                "/api/appointments/" + id + "/cancel",
                                Map.of("reason", "reason " + what, "version", 1)));
            case GRADE ->
                about(
                        "lead",
                        step,
                        lead -> post(
                                HttpMethod.PUT,
                                "/api/leads/" + lead + "/grade",
                                Map.of("grade", what % 2 == 0 ? "HOT" : "NURTURE", "reason", "reason " + what)));
            case FACT ->
                about(
                        "lead",
                        step,
                        lead -> post(
                                HttpMethod.POST,
                                "/api/leads/" + lead + "/facts",
                                Map.of("key", "areas", "value", List.of(word), "display", word)));
            case ANSWER ->
                about(
                        "conversation",
                        step,
                        id -> post(HttpMethod.POST, "/api/conversations/" + id + "/take-over", null)
                                + post(
                                        HttpMethod.POST,
                                        "/api/conversations/" + id + "/messages",
                                        Map.of("clientId", UUID.randomUUID(), "text", "Answer " + what)));
            case ARTICLE ->
                post(
                        HttpMethod.POST,
                        "/api/settings/knowledge",
                        Map.of(
                                "active",
                                true,
                                "language",
                                "en",
                                "title",
                                "On " + word + what,
                                "body",
                                "All about " + word,
                                "questions",
                                List.of("What of " + word + "?")));
            case SETTINGS -> settings(step);
            case LISTINGS -> listings(step);
            case LEAD_LIST -> get("/api/leads");
            case SEARCH ->
                get("/api/leads?q="
                        + List.of("nora", "512555", "lead" + what % 10, "nora@whitfield.example")
                                .get(what % 4));
            case BOARD ->
                get("/api/board?sort=" + List.of("due", "newest", "value").get(what % 3));
            case INBOX ->
                get("/api/inbox?tab=" + List.of("all", "mine", "needs-person").get(what % 3));
            case ANALYTICS -> get("/api/analytics");
            case LEAD -> about("lead", step, lead -> get("/api/leads/" + lead));
            case TIMELINE -> about("lead", step, lead -> get("/api/leads/" + lead + "/timeline"));
            case CONVERSATION -> about("conversation", step, id -> get("/api/conversations/" + id));
            case CALENDAR -> get("/api/calendar");
            case KNOWLEDGE -> get("/api/settings/knowledge");
            case TRY_KNOWLEDGE ->
                post(
                        HttpMethod.POST,
                        "/api/settings/knowledge/try",
                        Map.of("words", "What of " + word + "?", "language", "en"));
            case LISTING_LIST -> get("/api/settings/listings?q=" + word);
            case SETTINGS_READ -> get("/api/settings/agency");
            case TEAM -> get("/api/team");
            case WIDGET -> get("/api/settings/widget");
        };
        drain();
        return step.deed() + " "
                + NAMELESS.matcher(WHEN.matcher(seen).replaceAll("WHEN")).replaceAll("NAMELESS");
    }

    private String enterLead(Step step) {
        // few names, phones and e-mails, so that leads merge within an agency and would across agencies
        var answer = send(
                HttpMethod.POST,
                "/api/leads",
                Map.of(
                        "name",
                        "Nora lead" + step.what() % 10,
                        "email",
                        "nora" + step.what() % 5 + "@whitfield.example",
                        "phone",
                        "+1512555014" + step.what() % 7,
                        "pipeline",
                        "BUYER"),
                Map.of("Idempotency-Key", "key-" + step.what() % 20));
        keep("lead", JSON.readTree(answer.body()).path("id").asString(""));
        return answer.essence();
    }

    private String chat(Step step, String key) {
        if (!visitors.contains(key)) visitors.add(key);
        var words = List.of(
                        "hi, looking for a 3 bed near Zilker, around 650k",
                        "I'd like to see a home on Saturday",
                        "we are pre-approved, moving in June",
                        "what are your office hours?",
                        "I want to talk to a person")
                .get(step.what() % 5);
        var answer = site.wire()
                .perform(MockMvcRequestBuilders.post("/public/chat/" + siteKey + "/messages")
                        .header("X-Visitor-Key", key)
                        .contentType("application/json")
                        .content(JSON.writeValueAsString(
                                Map.of("clientId", UUID.randomUUID(), "text", words, "page", "/"))));
        keep("conversation", JSON.readTree(answer.body()).path("conversationId").asString(""));
        drain();
        var read = site.wire()
                .perform(MockMvcRequestBuilders.get("/public/chat/" + siteKey + "/conversation")
                        .header("X-Visitor-Key", key));
        return answer.essence(siteKey) + read.essence(siteKey);
    }

    private String form(Step step) {
        return site.wire()
                .perform(MockMvcRequestBuilders.post("/c/" + slug)
                        .param("form", UUID.randomUUID().toString())
                        .param("name", "Otto form" + step.what() % 10)
                        .param("email", "nora" + step.what() % 5 + "@whitfield.example")
                        .param("intent", "BUY")
                        .param("message", "A house near Zilker"))
                .essence();
    }

    private String move(String lead, Step step) {
        var deal = dealOf(lead);
        var version = read("/api/deals/" + deal + "/moves").path("version").asInt();
        var to = List.of("CONTACTED", "SHOWING", "OFFER", "NEW").get(step.what() % 4);
        return post(
                HttpMethod.POST,
                "/api/deals/" + deal + "/moves",
                Map.of("to", to, "version", version, "override", Map.of("reason", "reason " + step.what())));
    }

    private String book(String lead, Step step) {
        var answer = send(
                HttpMethod.POST,
                "/api/appointments",
                Map.of(
                        "leadId",
                        lead,
                        "memberId",
                        member,
                        "kind",
                        "CALL",
                        "startsAt",
                        slot(step.what()),
                        "minutes",
                        30),
                Map.of());
        if (answer.status() == 201)
            keep("appointment", JSON.readTree(answer.body()).path("id").asString());
        return answer.essence();
    }

    private String slot(int what) {
        var slots = read("/api/slots?days=7").path("slots");
        return slots.isEmpty()
                ? "2031-01-01T10:00:00Z"
                : slots.get(what % slots.size()).path("startsAt").asString();
    }

    private String settings(Step step) {
        var version = read("/api/settings/agency").path("version").asInt();
        return send(
                        HttpMethod.PUT,
                        "/api/settings/agency",
                        Map.of(
                                "name",
                                "Agency " + name + step.what() % 3,
                                "timeZone",
                                "America/Chicago",
                                "currency",
                                "USD",
                                "accentHue",
                                step.what() % 360,
                                "assistantName",
                                "Ada",
                                "allowedOrigins",
                                List.of(),
                                "areas",
                                List.of("Zilker")),
                        Map.of("If-Match", "\"" + version + "\""))
                .essence();
    }

    private String listings(Step step) {
        var csv =
                "ListingKey,StandardStatus,PropertyType,PropertySubType,ListPrice,BedroomsTotal,BathroomsTotalInteger,UnparsedAddress,City\n"
                        + "K%d,Active,,Apartment,%d,3,2,%d Zilker Street,Austin\n"
                                .formatted(step.what() % 5, 600_000 + step.what(), step.what());
        return site.wire()
                .perform(signed(MockMvcRequestBuilders.post("/api/settings/listings/import")
                        .contentType("application/octet-stream")
                        .content(csv)))
                .essence();
    }

    private String dealOf(String lead) {
        return read("/api/leads/" + lead).path("deals").path(0).path("id").asString(lead);
    }

    private String about(String kind, Step step, java.util.function.Function<String, String> work) {
        var known = things(kind);
        return known.isEmpty() ? "" : work.apply(known.get(step.which() % known.size()));
    }

    private void keep(String kind, String id) {
        var known = things.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (!id.isEmpty() && !known.contains(id)) known.add(id);
    }

    private JsonNode read(String path) {
        var answer = site.wire().perform(signed(MockMvcRequestBuilders.get(path)));
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private String get(String path) {
        return site.wire().perform(signed(MockMvcRequestBuilders.get(path))).essence(siteKey);
    }

    private String post(HttpMethod method, String path, @Nullable Object body) {
        return send(method, path, body, Map.of()).essence();
    }

    private Answer send(HttpMethod method, String path, @Nullable Object body, Map<String, String> headers) {
        var request = signed(MockMvcRequestBuilders.request(method, path));
        headers.forEach(request::header);
        if (body != null) request.contentType("application/json").content(JSON.writeValueAsString(body));
        return site.wire().perform(request);
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder signed(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request) {
        return request.cookie(new Cookie("__Host-doorstep", session.cookie()), new Cookie("XSRF-TOKEN", CSRF))
                .header("X-XSRF-TOKEN", CSRF);
    }

    /** Until the assistant and the other tasks have done what was due. */
    private void drain() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(3))
                .until(() -> site.admin()
                                .sql("""
                        select count(*) from scheduled_tasks
                         where task_instance like :tenant || '/%' and (picked or execution_time <= now() + interval '1 second')
                        """)
                                .param("tenant", tenant.toString())
                                .query(Long.class)
                                .single()
                        == 0);
    }
}
