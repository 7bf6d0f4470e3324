package io.doorstep.identity.audit;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an entry says, after the name of who did it: "changed the working hours of Marcus Chen". A phrase per action, in which {@code {name}}
 * and the like stand for what the entry's detail holds. An action without a phrase is still readable: "changed the widget".
 */
final class Sentence {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    static final Map<String, String> PHRASES = Map.ofEntries(
            entry("agency.founded", "founded the agency {name}"),
            entry("agency.changed", "changed the agency's settings ({changed})"),
            entry("agency.agents-see", "changed which leads agents see"),
            entry("agency.closed", "closed the agency"),
            entry("agency.exported", "exported everything of the agency"),
            entry("agency.suspended", "suspended the agency"),
            entry("api-key.created", "made the API key {name}"),
            entry("api-key.revoked", "revoked the API key {name}"),
            entry("article.added", "added the article {name}"),
            entry("article.changed", "changed the article {name}"),
            entry("article.removed", "removed the article {name}"),
            entry("articles.exported", "exported the articles"),
            entry("articles.imported", "imported {count} articles"),
            entry("assistant.changed", "changed the assistant's settings ({changed})"),
            entry("assistant.tested", "tested the assistant's model"),
            entry("audit.exported", "exported the audit log as {format}"),
            entry("deal.overridden", "moved a deal to {to} outside the rules: {reason}"),
            entry("invitation.sent", "invited {name} as {role}"),
            entry("invitation.sent-again", "invited {name} again"),
            entry("invitation.withdrawn", "withdrew the invitation of {name}"),
            entry("lead.folded", "merged a lead into another"),
            entry("lead.graded", "graded a lead {grade} by hand: {reason}"),
            entry("lead.grade-ended", "ended a grade by hand"),
            entry("lead.owner-changed", "gave a lead to {owner}"),
            entry("listing.status-changed", "set {name} to {status}"),
            entry("listings.exported", "exported the listings"),
            entry("listings.imported", "imported listings: {added} new, {changed} changed"),
            entry("member.deactivated", "deactivated {name}"),
            entry("member.joined", "joined the team as {role}"),
            entry("member.reactivated", "took {name} back onto the team"),
            entry("member.role-changed", "made {name} {to}, was {from}"),
            entry("member.signed-in", "signed in ({by})"),
            entry("member.signed-out", "signed out"),
            entry("member.sign-in-failed", "failed to sign in"),
            entry("member.taking-leads", "turned taking leads {taking} for {name}"),
            entry("member.working-hours", "changed the working hours of {name}"),
            entry("mfa-policy.changed", "changed who needs a second factor"),
            entry("password.changed", "changed their password"),
            entry("questions.changed", "changed the questions"),
            entry("scorecard.published", "published scorecard version {version}"),
            entry("session.revoked", "ended a session"),
            entry("step-up.confirmed", "confirmed who they are"),
            entry("token-family.revoked", "revoked tokens of the API"));

    private static final Map<String, String> ROLES =
            Map.of("OWNER", "owner", "ADMIN", "admin", "AGENT", "agent", "VIEWER", "viewer");

    private Sentence() {}

    static String of(String action, String subjectType, JsonNode detail) {
        var phrase = PHRASES.get(action);
        if (phrase == null) {
            var verb = action.substring(action.indexOf('.') + 1).replace('-', ' ');
            var name = text(detail, "name");
            return verb + ": " + subjectType.replace('-', ' ') + (name == null ? "" : " " + name);
        }
        return PLACE.matcher(phrase).replaceAll(place -> {
            var value = text(detail, place.group(1));
            return java.util.regex.Matcher.quoteReplacement(value == null ? "…" : value);
        });
    }

    private static @Nullable String text(JsonNode detail, String key) {
        var value = detail.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            return String.join(", ", value.valueStream().map(JsonNode::asString).toList());
        }
        var text = value.asString();
        if (ROLES.containsKey(text)) {
            return ROLES.get(text);
        }
        return text.matches("[A-Z_, ]{3,}") ? text.replace('_', ' ').toLowerCase(Locale.ROOT) : text;
    }
}
