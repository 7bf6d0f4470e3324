package io.doorstep.identity.audit;

import io.doorstep.tenancy.audit.AuditTrail;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The audit log's lines as files carry them: CSV (RFC 4180) and JSON Lines, with the hashes, so that the chain can be recomputed outside. */
final class AuditLines {

    static final String HEADER =
            "seq,at,actor,actor_id,role,via,address,action,did,subject_type,subject,detail,previous_hash,hash\r\n";

    private AuditLines() {}

    static String csv(AuditController.AuditItem item, AuditTrail.Row row) {
        return Stream.of(
                        item.seq(),
                        item.at(),
                        item.actor().name(),
                        item.actor().id(),
                        item.actor().role(),
                        item.actor().via(),
                        item.address(),
                        item.action(),
                        item.did(),
                        item.subject().type(),
                        item.subject().id(),
                        row.entry().detail(),
                        HexFormat.of().formatHex(row.entry().previousHash()),
                        item.hash())
                .map(AuditLines::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static Map<String, @Nullable Object> json(AuditController.AuditItem item, AuditTrail.Row row) {
        var entry = row.entry();
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("tenant", entry.tenant().toString());
        line.put("seq", entry.seq());
        line.put("at", entry.at().toString());
        line.put("actor", item.actor().name());
        line.put("memberId", Objects.toString(entry.memberId(), null));
        line.put("role", entry.role());
        line.put("via", entry.via());
        line.put("viaId", entry.viaId());
        line.put("address", entry.address());
        line.put("action", entry.action());
        line.put("did", item.did());
        line.put("subjectType", entry.subjectType());
        line.put("subject", entry.subject());
        line.put("detail", entry.detail());
        line.put("previousHash", HexFormat.of().formatHex(entry.previousHash()));
        line.put("hash", item.hash());
        return line;
    }

    /** A spreadsheet runs what begins like a formula. */
    private static String cell(@Nullable Object value) {
        var text = Objects.toString(value, "");
        var harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
