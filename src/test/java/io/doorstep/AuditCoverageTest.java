package io.doorstep;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every route that changes something leaves an entry in the audit log, or stands here with the reason why not. A new route has to choose. */
class AuditCoverageTest {

    private static final Pattern OPERATION =
            Pattern.compile("(?m)^ {4}(post|put|patch|delete):\\n(?: {6,}.*\\n)*? {6}operationId: (\\w+)");

    private static final Map<String, String> AUDITED = Map.ofEntries(
            entry("acceptInvitation", "member.joined"),
            entry("changePassword", "password.changed"),
            entry("changeSecurity", "mfa-policy.changed"),
            entry("confirm", "step-up.confirmed"),
            entry("createArticle", "article.added"),
            entry("deactivateMember", "member.deactivated"),
            entry("deleteArticle", "article.removed"),
            entry("endGradeOverride", "lead.grade-ended"),
            entry("endMemberSessions", "session.revoked"),
            entry("endMyOtherSessions", "session.revoked"),
            entry("endMySession", "session.revoked"),
            entry("finishSignIn", "member.signed-in"),
            entry("importArticles", "articles.imported"),
            entry("importListings", "listings.imported"),
            entry("invite", "invitation.sent"),
            entry("makeApiKey", "api-key.created"),
            entry("moveDeal", "deal.overridden"),
            entry("openLink", "member.signed-in"),
            entry("overrideGrade", "lead.graded"),
            entry("publishScorecard", "scorecard.published"),
            entry("reactivateMember", "member.reactivated"),
            entry("resendInvitation", "invitation.sent-again"),
            entry("revokeApiKey", "api-key.revoked"),
            entry("revokeToken", "token-family.revoked"),
            entry("setAgentSight", "agency.agents-see"),
            entry("setListingStatus", "listing.status-changed"),
            entry("setNewPassword", "password.changed"),
            entry("setOwner", "lead.owner-changed"),
            entry("setRole", "member.role-changed"),
            entry("setTakingLeads", "member.taking-leads"),
            entry("setWorkingHours", "member.working-hours"),
            entry("signIn", "member.signed-in"),
            entry("signInWithPasskey", "member.signed-in"),
            entry("signUp", "agency.founded"),
            entry("switchAgency", "member.signed-in"),
            entry("updateAgency", "agency.changed"),
            entry("updateArticle", "article.changed"),
            entry("updateAssistant", "assistant.changed"),
            entry("updateQuestions", "questions.changed"),
            entry("deleteAgency", "agency.closed"),
            entry("requestExport", "export.requested"),
            entry("linkToExport", "export.linked"),
            entry("addPasskey", "passkey.added"),
            entry("removePasskey", "passkey.removed"),
            entry("enableApp", "totp.enabled"),
            entry("removeApp", "totp.removed"),
            entry("renewRecoveryCodes", "recovery-codes.renewed"),
            entry("withdrawInvitation", "invitation.withdrawn"));

    private static final String OWN_HISTORY = "has a history of its own, append-only, with who and when";
    private static final String ASKS =
            "changes nothing: it asks, and its question is too long or too secret for an address";
    private static final String BEFORE = "a step before; what it leads to is recorded";

    private static final Map<String, String> REVIEWED = Map.ofEntries(
            entry("addFact", OWN_HISTORY),
            entry("bookAppointment", OWN_HISTORY),
            entry("cancelAppointment", OWN_HISTORY),
            entry("recordOutcome", OWN_HISTORY),
            entry("rescheduleAppointment", OWN_HISTORY),
            entry("handBack", OWN_HISTORY),
            entry("reply", OWN_HISTORY),
            entry("takeOver", OWN_HISTORY),
            entry("undoMove", OWN_HISTORY),
            entry("createLead", "the touch is stored raw, with the member who entered it"),
            entry("setNextAction", "daily work; done actions stay with who did them"),
            entry("completeNextAction", "daily work; done actions stay with who did them"),
            entry("snoozeNextAction", "daily work; done actions stay with who did them"),
            entry("sendChatMessage", "a visitor's; the touch is stored raw"),
            entry("lookAtInvitation", ASKS),
            entry("lookAtLink", ASKS),
            entry("previewListings", ASKS),
            entry("previewScorecard", ASKS),
            entry("tryKnowledge", ASKS),
            entry("testModel", "its call stands in the list of calls, with what it cost"),
            entry("keepScorecardDraft", "a draft is nobody's score; publishing it is recorded"),
            entry("dropScorecardDraft", "a draft is nobody's score; publishing it is recorded"),
            entry("confirmOptions", BEFORE),
            entry("passkeyOptions", BEFORE),
            entry("passkeySignInOptions", BEFORE),
            entry("beginApp", BEFORE),
            entry("exchangeCode", BEFORE),
            entry("mailSignInLink", BEFORE),
            entry("mailNewPasswordLink", BEFORE),
            entry("issueToken", "a token is short-lived; what is done with it is recorded with its member"),
            entry("refreshToken", "a token is short-lived; what is done with it is recorded with its member"),
            entry("signOut", "ends a session; what it did while it lasted is recorded"),
            entry("renamePasskey", "a label for its owner alone"));

    @Test
    void every_changing_route_is_recorded_or_says_why_not() throws IOException {
        var routes = new TreeSet<String>();
        var matcher = OPERATION.matcher(Files.readString(Path.of("api/openapi.yaml")));
        while (matcher.find()) {
            routes.add(matcher.group(2));
        }

        var decided = new TreeSet<>(AUDITED.keySet());
        decided.addAll(REVIEWED.keySet());
        assertThat(routes).isNotEmpty();
        assertThat(routes.stream().filter(route -> !decided.contains(route)).toList())
                .as("routes that change something: record it, or give the reason here")
                .isEmpty();
        System.out.printf(
                "%d changing routes: %d audited, %d reviewed%n", routes.size(), AUDITED.size(), REVIEWED.size());
    }

    @Test
    void what_is_said_to_be_recorded_is_recorded_somewhere() throws IOException {
        String sources;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("Sentence.java"))
                    .map(AuditCoverageTest::read)
                    .collect(Collectors.joining());
        }

        assertThat(AUDITED.values()).allSatisfy(action -> assertThat(sources).contains('"' + action + '"'));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
