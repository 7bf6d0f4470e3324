package io.doorstep.attack;

import io.doorstep.platform.Cursor;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a good request of an agency holds. Ids are known by where they stand; a new kind of id needs a line here and a thing in {@link World}.
 * Whatever the contract says well enough is made up from its schema.
 */
final class Supplies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** {@code segment/{variable}} of a path: the kind of thing that it names. */
    private static final Map<String, String> IN_PATHS = Map.ofEntries(
            Map.entry("appointments/{id}", "appointment"),
            Map.entry("conversations/{id}", "conversation"),
            Map.entry("inbox/{id}", "conversation"),
            Map.entry("deals/{id}", "deal"),
            Map.entry("leads/{id}", "lead"),
            Map.entry("next-actions/{id}", "nextAction"),
            Map.entry("knowledge/{id}", "article"),
            Map.entry("listings/{id}", "listing"),
            Map.entry("team/{id}", "colleague"),
            Map.entry("passkeys/{id}", "passkey"),
            Map.entry("members/{id}", "colleague"),
            Map.entry("invitations/{id}", "invitation"),
            Map.entry("exports/{id}", "export"),
            Map.entry("sessions/{id}", "session"),
            Map.entry("api-keys/{id}", "apiKey"),
            Map.entry("a/{token}", "manageToken"),
            Map.entry("chat/{siteKey}", "siteKey"),
            Map.entry("c/{slug}", "slug"),
            Map.entry("demo/{slug}", "slug"));

    /** Names of fields, parameters and headers that hold an id or a key. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("memberId", "colleague"),
            Map.entry("ownerId", "colleague"),
            Map.entry("member", "colleague"),
            Map.entry("owner", "colleague"),
            Map.entry("leadId", "lead"),
            Map.entry("dealId", "deal"),
            Map.entry("listingId", "listing"),
            Map.entry("slot", "slotId"),
            Map.entry("slotId", "slotId"),
            Map.entry("slug", "slug"),
            Map.entry("agency", "slug"),
            Map.entry("X-Visitor-Key", "visitorKey"));

    /** Values that are no ids of things. Their names are enough to know them. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("{stage}", "NEW"),
            Map.entry("{hue}", "210"),
            Map.entry("{token}", "none-of-ours"),
            Map.entry("format", "CSV"),
            Map.entry("{page}", "agency"),
            Map.entry("tab", "all"),
            Map.entry("days", "7"),
            Map.entry("minutes", "30"),
            Map.entry("clientId", "1b4e28ba-2fa1-11d2-883f-0016d3cca427"),
            Map.entry("Idempotency-Key", "1b4e28ba-2fa1-11d2-883f-0016d3cca427"),
            Map.entry("Last-Event-ID", "0"),
            Map.entry("form", "1b4e28ba-2fa1-11d2-883f-0016d3cca427"),
            Map.entry("currency", "USD"),
            Map.entry("timeZone", "America/Chicago"),
            Map.entry("email", "somebody@elsewhere.example"),
            Map.entry("phone", "+15125550188"),
            Map.entry("language", "en"),
            Map.entry("until", "1999999999"),
            Map.entry("website", ""));

    private Supplies() {}

    static Optional<String> kindInPath(String segment, String variable) {
        return Optional.ofNullable(IN_PATHS.get(segment + "/{" + variable + "}"));
    }

    static Optional<String> kindOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Optional<String> plain(String name) {
        return Optional.ofNullable(PLAIN.get(name));
    }

    /** Cursors are made of the sort key and the id of a row: one is made for any row, one's own or not. */
    static String cursor(Route route, String id) {
        return switch (route.operation().id()) {
            case "leads" -> Cursor.of("2031-01-01T00:00:00Z", id);
            case "timeline" -> Cursor.of("2031-01-01T00:00:00Z", 0, id);
            case "inbox" -> Cursor.of(0, id);
            case "boardColumn" -> Cursor.of("2020-01-01T00:00:00Z", id);
            case "listings" -> Cursor.of(id);
            case "auditLog" -> Cursor.of(1_000_000);
            case "previewScorecard" -> Cursor.of(100, id);
            default -> throw new IllegalStateException("no cursor for " + route + ": add a line to Supplies.cursor");
        };
    }

    static String cursorKind(Route route) {
        return switch (route.operation().id()) {
            case "inbox" -> "conversation";
            case "boardColumn" -> "deal";
            case "listings" -> "listing";
            default -> "lead";
        };
    }

    /** The body that an operation takes, where its schema alone does not make a good one; null leaves it to the schema. */
    static @Nullable JsonNode body(Route route, Tenant tenant) {
        Function<String, String> the = tenant::thing;
        return switch (route.operation().id()) {
            case "bookAppointment" ->
                json(
                        "{'leadId': '%s', 'dealId': '%s', 'memberId': '%s', 'kind': 'CALL', 'startsAt': '%s',"
                                + " 'minutes': 30, 'listingId': '%s'}",
                        the.apply("lead"),
                        the.apply("deal"),
                        the.apply("colleague"),
                        the.apply("startsAt"),
                        the.apply("listing"));
            case "rescheduleAppointment" ->
                json(
                        "{'startsAt': '%s', 'version': %s, 'memberId': '%s'}",
                        the.apply("startsAt"), the.apply("appointmentVersion"), the.apply("colleague"));
            case "cancelAppointment" -> json("{'reason': 'sick', 'version': %s}", the.apply("appointmentVersion"));
            case "recordOutcome" -> json("{'outcome': 'COMPLETED', 'version': %s}", the.apply("appointmentVersion"));
            case "moveDeal" ->
                json(
                        "{'to': 'OFFER', 'version': %s, 'override': {'reason': 'told by phone'}, 'confirmed': []}",
                        the.apply("dealVersion"));
            case "undoMove" -> json("{'version': 9999}"); // what was just done is undone within seconds only
            case "setNextAction" ->
                json(
                        "{'kind': 'CALL', 'title': 'Call back', 'dueAt': '2031-01-01T10:00:00Z', 'ownerId': '%s'}",
                        the.apply("colleague"));
            case "completeNextAction" ->
                json(
                        "{'next': {'kind': 'CALL', 'title': 'Call again', 'dueAt': '2031-01-02T10:00:00Z', 'ownerId':"
                                + " '%s'}}",
                        the.apply("colleague"));
            case "snoozeNextAction" -> json("{'until': '2031-01-03T10:00:00Z'}");
            case "createLead" ->
                json("{'name': 'Somebody', 'email': 'somebody@elsewhere.example', 'phone': '+15125550188', 'note':"
                        + " 'met', 'pipeline': 'BUYER'}");
            case "addFact" -> json("{'key': 'areas', 'value': ['Zilker'], 'display': 'Zilker'}");
            case "overrideGrade" -> json("{'grade': 'WARM', 'reason': 'told by phone'}");
            case "updateAgency" ->
                json("{'name': 'Agency', 'timeZone': 'America/Chicago', 'currency': 'USD', 'accentHue': 10,"
                        + " 'assistantName': 'Ada', 'allowedOrigins': ['https://www.example.com'], 'areas':"
                        + " ['Zilker']}");
            case "updateAssistant" -> json("{'engine': 'BUILT_IN', 'models': [], 'budget': 100, 'removeKey': false}");
            case "updateQuestions" -> questions(JSON.readTree(the.apply("questions")));
            case "keepScorecardDraft", "previewScorecard" -> JSON.readTree(the.apply("terms"));
            case "publishScorecard" ->
                JSON.createObjectNode().put("note", "as before").set("terms", JSON.readTree(the.apply("terms")));
            case "importListings", "previewListings" ->
                JSON.getNodeFactory()
                        .stringNode(
                                "ListingKey,StandardStatus,PropertyType,PropertySubType,ListPrice,BedroomsTotal,BathroomsTotalInteger,UnparsedAddress,City\n"
                                        + "K001,Active,,Apartment,650000,3,2,9 Canal Street,Austin\n");
            case "setWorkingHours" ->
                json("{'timeZone': 'America/Chicago', 'hours': [{'weekday': 1, 'opens': '09:00', 'closes': '17:00'}]}");
            case "sendChatMessage" ->
                json(
                        "{'clientId': '1b4e28ba-2fa1-11d2-883f-0016d3cca427', 'text': 'hello', 'page': '/', 'action':"
                                + " {'type': 'CHOOSE_SLOT', 'slotId': '%s'}}",
                        the.apply("slotId"));
            case "signIn", "issueToken" ->
                json(
                        "{'email': '%s', 'password': 'a password for tests', 'agency': '%s'}",
                        the.apply("email"), the.apply("slug"));
            case "setAgentSight" -> json("{'leadsSeen': 'ALL'}");
            case "addPasskey" ->
                json("{'attestationObject': 'AAAA', 'clientData': 'AAAA', 'name': 'Phone', 'transports':"
                        + " ['internal']}");
            case "signInWithPasskey" ->
                json("{'agency': null, 'passkey': {'authenticatorData': 'AAAA', 'clientData': 'AAAA', 'id': 'AAAA',"
                        + " 'signature': 'AAAA', 'userHandle': 'AAAA'}}");
            case "confirm" -> json("{'password': 'a password for tests'}");
            case "finishSignIn", "enableApp" -> json("{'code': '123456'}");
            case "invite" -> json("{'email': 'guest@elsewhere.example', 'role': 'AGENT'}");
            case "deactivateMember" -> json("{'handOver': {'to': '%s'}}", the.apply("owner"));
            case "setRole" -> json("{'role': 'ADMIN', 'handOver': {'to': '%s'}}", the.apply("owner"));
            case "deleteAgency" -> json("{'name': 'not its name, so nothing happens'}");
            case "makeApiKey" -> json("{'name': 'a script', 'scopes': ['leads:read']}");
            case "changePassword" ->
                json("{'present': 'a password for tests', 'password': 'an entirely different sentence'}");
            case "setNewPassword" -> json("{'token': 'none of ours', 'password': 'an entirely different sentence'}");
            case "signUp" ->
                json(
                        "{'agencyName': 'New', 'slug': 'new-%1$s', 'timeZone': 'America/Chicago', 'ownerName': 'New',"
                                + " 'email': 'new@%1$s.example', 'password': 'quite another long word'}",
                        Long.toString(System.nanoTime(), 36));
            default -> null;
        };
    }

    /** The version that {@code If-Match} names, as the page shows it that is being changed. */
    static String versionOf(Route route) {
        return switch (route.operation().id()) {
            case "updateAgency" -> "agencyVersion";
            case "updateAssistant" -> "assistantVersion";
            case "updateArticle", "deleteArticle" -> "articleVersion";
            case "setListingStatus" -> "listingVersion";
            case "updateQuestions" -> "questionsVersion";
            case "keepScorecardDraft", "dropScorecardDraft", "publishScorecard" -> "scorecardVersion";
            default ->
                throw new IllegalStateException("no If-Match for " + route + ": add a line to Supplies.versionOf");
        };
    }

    private static JsonNode questions(JsonNode settings) {
        var change = JSON.createObjectNode();
        change.set("unsaid", settings.path("unsaid"));
        change.set("handoverWords", settings.path("handoverWords"));
        var lists = change.putArray("lists");
        settings.path("lists").forEach(list -> {
            var one = lists.addObject();
            one.set("track", list.path("track"));
            var lines = one.putArray("questions");
            list.path("questions").forEach(line -> {
                var kept = lines.addObject();
                for (var field : java.util.List.of("question", "on", "need", "when", "english", "spanish")) {
                    if (line.has(field)) kept.set(field, line.path(field));
                }
            });
        });
        return change;
    }

    private static JsonNode json(String text, Object... values) {
        return JSON.readTree(text.formatted(values).replace('\'', '"'));
    }
}
