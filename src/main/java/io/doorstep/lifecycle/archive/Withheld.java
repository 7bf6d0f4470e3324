package io.doorstep.lifecycle.archive;

import io.doorstep.lifecycle.schema.TenantTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What an archive leaves out. A column whose name says that it is a secret is left out of an agency's own copy unless it is named here as none. */
final class Withheld {

    /** Sealed with the secret of this installation: of no use elsewhere, and of much use to a thief who has both. */
    private static final Map<String, Set<String>> ALWAYS = Map.of("model_setting", Set.of("sealed_key", "key_end"));

    /** The exports themselves; and mail on its way, which is sealed likewise and holds links to this server. */
    private static final Set<String> TABLES = Set.of("agency_export", "agency_export_part", "outgoing_mail");

    /** Sound like secrets and are none: digests of what the agency has anyway, and counts. */
    private static final Set<String> HARMLESS = Set.of(
            "idempotency.request_hash",
            "audit_entry.hash",
            "audit_entry.previous_hash",
            "model_call.prompt_tokens",
            "model_call.completion_tokens");

    private static final Pattern SECRET =
            Pattern.compile("secret|hash|token|password|sealed|cipher|private", Pattern.CASE_INSENSITIVE);

    private Withheld() {}

    static List<TenantTable> tables(List<TenantTable> all) {
        return all.stream().filter(table -> !TABLES.contains(table.name())).toList();
    }

    static List<String> columns(TenantTable table, Manifest.Purpose purpose) {
        return table.columnNames().stream()
                .filter(column -> !ALWAYS.getOrDefault(table.name(), Set.of()).contains(column))
                .filter(column -> switch (purpose) {
                    case MOVE -> true;
                    case COPY -> !secret(table.name(), column);
                })
                .toList();
    }

    /** As the row's JSON spells it. */
    static String bare(String quoted) {
        return quoted.startsWith("\"")
                ? quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"")
                : quoted;
    }

    static boolean secret(String table, String column) {
        return SECRET.matcher(column).find() && !HARMLESS.contains(table + "." + column);
    }
}
