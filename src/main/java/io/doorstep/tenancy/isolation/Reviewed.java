package io.doorstep.tenancy.isolation;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/**
 * What is allowed to differ from the template, each with the reason that a reviewer accepted. Whatever is not named here is a leak.
 * Adding a line weakens the isolation of every agency: say why, and have it read by a second person.
 */
final class Reviewed {

    /** Tables without row level security. {@code doorstep_app} has no grant on any of them. */
    static final Map<String, String> GLOBAL_TABLES = Map.ofEntries(
            entry("tenant_directory", "finds the agency of a slug before a tenant is known; gate only"),
            entry("app_user", "one person may work in several agencies; gate only"),
            entry("credential", "sign-in happens before a tenant is known; gate only"),
            entry("session", "the cookie says which tenant to enter; gate only"),
            entry("token_family", "a token says which tenant to enter; gate only"),
            entry("refresh_token", "a token says which tenant to enter; gate only"),
            entry("api_key", "a key says which tenant to enter; gate only"),
            entry("signing_key", "signs for the installation, before a tenant is known; sealed, gate only"),
            entry("membership", "the list of a user's agencies; written by a trigger, read by the gate"),
            entry("site_key", "the widget's key says which tenant to enter; gate only"),
            entry(
                    "seal_key",
                    "keys of the transactions' seals; read by current_tenant() only, written by the migration"),
            entry(
                    "tombstone",
                    "that an agency was erased, and how much of it; written by erasure_begins and erasure_ends only"),
            entry(
                    "audit_head",
                    "where an agency's audit chain ends; moved by a trigger only, and no login has a grant on it"),
            entry("one_time_link", "a link from an e-mail is opened before a tenant is known; hashes only, gate only"),
            entry(
                    "passkey",
                    "sign-in by passkey happens before a tenant is known; a person's own, over all their agencies; gate only"),
            entry("passkey_challenge", "what a browser was asked to sign before anybody is known; gate only"),
            entry("totp", "a person's second factor, over all their agencies; gate only"),
            entry("totp_enrolment", "a person's second factor while it is set up; gate only"),
            entry("recovery_code", "a person's second factor, over all their agencies; gate only"),
            entry("second_step", "a sign-in that is half done, before a tenant is entered; gate only"),
            entry("flyway_schema_history", "versions of the schema; the keeper reads which one an export is of"));

    /** Policies beside the template, as {@code table/policy/role/expression}. */
    static final Map<String, String> POLICIES = Map.of(
            "scheduled_tasks/worker/doorstep_worker/tenant_idISNOTNULL",
            "the worker finds due tasks of all agencies; it sees this table only and enters one tenant per task");

    /** Tables of {@code doorstep_gate}: what must be read before a tenant is known. */
    static final Set<String> GATE_TABLES = Set.of(
            "tenant_directory",
            "app_user",
            "credential",
            "session",
            "token_family",
            "refresh_token",
            "signing_key",
            "api_key",
            "membership",
            "site_key",
            "one_time_link",
            "tombstone",
            "passkey",
            "passkey_challenge",
            "totp",
            "totp_enrolment",
            "recovery_code",
            "second_step");

    /** Tables of {@code doorstep_worker}: the queue. */
    static final Set<String> WORKER_TABLES = Set.of("scheduled_tasks");

    /** Functions that run as their owner. */
    static final Map<String, String> DEFINER_FUNCTIONS = Map.ofEntries(
            entry(
                    "current_tenant()",
                    "where contexts are sealed: compares the seal under a key that no login reads; takes no argument, answers with the setting or an error"),
            entry(
                    "member_to_directory()",
                    "a trigger: keeps the gate's list of memberships true; moves only what row level security let through"),
            entry(
                    "member_access_ends()",
                    "a trigger: ends the sessions of a member who was deactivated; follows what row level security let through"),
            entry(
                    "audit_chain()",
                    "a trigger: numbers and hashes an audit entry and moves the head of that agency, which must be the transaction's own"),
            entry("audit_end()", "reads the head of the transaction's own agency; takes no argument"),
            entry(
                    "erasure_begins(jsonb,uuid[])",
                    "for the keeper only: marks the transaction's own agency as being erased, if that is due; people who belong to no other go"),
            entry("erasure_ends()", "for the keeper only: takes the transaction's own agency out of the directory"));

    /** What {@code current_tenant()} may be made of, by the MD5 of its body as the server prints it: a change of one letter is a new review. */
    static final Map<String, String> TENANT_QUESTIONS = Map.of(
            "ecab23f4a3bc2d47ca58172ca10b3bcb", "the transaction's setting app.tenant_id, as it is",
            "0c8f60a9cbbda341901b2b3bdf9ab092", "the same, where its seal is genuine, not over, and this backend's");

    /** Tables that take the same row twice, because the database chooses its key: no refusal could tell of another agency's. */
    static final Map<String, String> KEYS_MADE_BY_A_TRIGGER =
            Map.of("audit_entry", "the trigger gives each entry the next place of its own agency's chain");

    /** Indexes that do not start with the tenant. None of them is unique, so none of them compares rows of two agencies. */
    static final Map<String, String> INDEXES = Map.of(
            "scheduled_tasks_due", "the worker asks for due tasks of all agencies",
            "scheduled_tasks_heartbeat", "the worker asks for dead executions of all agencies",
            "scheduled_tasks_instance",
                    "db-scheduler addresses a task by name and instance; the instance starts with the tenant");

    /** Indexes with an operator that is not leakproof: row level security is judged before them, so queries do not use them. */
    static final Map<String, String> LEAKY_INDEXES =
            Map.of("appointment_no_overlap", "an exclusion constraint, not an access path; it starts with the tenant");

    /** Foreign keys that are checked at commit. The rows are refused later, not let through. */
    static final Map<String, String> DEFERRED_KEYS = Map.of(
            "deal_stands_where_its_history_says", "deal and its first history row refer to each other",
            "deal_move_tenant_id_deal_id_fkey", "deal and its first history row refer to each other");

    private Reviewed() {}
}
