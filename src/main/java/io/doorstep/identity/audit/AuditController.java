package io.doorstep.identity.audit;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.StepUp;
import io.doorstep.platform.Cursor;
import io.doorstep.platform.Page;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.audit.AuditLog;
import io.doorstep.tenancy.audit.AuditTrail;
import io.doorstep.tenancy.audit.ChainState;
import io.doorstep.tenancy.audit.VerifyChain;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log, for owners and admins. Times of a filter are days in the agency's zone. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "audit")
class AuditController {

    private static final int MOST = 200;

    private final AuditTrail trail;
    private final VerifyChain chain;
    private final AuditLog log;
    private final Agencies agencies;
    private final StepUp stepUp;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    AuditController(
            AuditTrail trail,
            VerifyChain chain,
            AuditLog log,
            Agencies agencies,
            StepUp stepUp,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.trail = trail;
        this.chain = chain;
        this.log = log;
        this.agencies = agencies;
        this.stepUp = stepUp;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** @param id null where no member did it; then the name says what did */
    record AuditActor(
            @Nullable UUID id, String name, @Nullable String role, String via) {}

    record AuditSubject(String type, @Nullable String id) {}

    /** @param did what the entry says after the actor's name @param hash of the chain at this place */
    record AuditItem(
            long seq,
            OffsetDateTime at,
            AuditActor actor,
            @Nullable String address,
            String action,
            String did,
            AuditSubject subject,
            Map<String, String> detail,
            String hash) {}

    record AuditPage(List<AuditItem> items, @Nullable String nextCursor) {}

    /** @param problem and its first place, where the chain is broken @param head hash of the last entry */
    record AuditChain(
            boolean unbroken,
            long entries,
            @Nullable String head,
            @Nullable Long brokenAt,
            @Nullable String problem,
            OffsetDateTime checkedAt) {}

    /** @param who a member's id, or {@code system} @param what an action, or a subject type */
    record AuditFilter(
            @Nullable String who,
            @Nullable String what,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String address) {}

    enum AuditFormat {
        CSV,
        JSONL
    }

    @GetMapping
    @Transactional(readOnly = true)
    public AuditPage auditLog(
            @AuthenticationPrincipal CurrentMember current,
            @RequestParam @Nullable String who,
            @RequestParam @Nullable String what,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String address,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        current.requireAdmin();
        if (limit < 1 || limit > MOST) {
            throw Refusal.Invalid.field("limit", "is from 1 to " + MOST + ".").asException();
        }
        var rows = trail.page(filter(new AuditFilter(who, what, from, to, address)), before(cursor), limit + 1);
        var page = Page.of(rows, limit, row -> Cursor.of(row.entry().seq()));
        return new AuditPage(page.items().stream().map(this::item).toList(), page.nextCursor());
    }

    /** The actions that occur, for the filter. */
    @GetMapping("/actions")
    @Transactional(readOnly = true)
    public List<String> auditActions(@AuthenticationPrincipal CurrentMember current) {
        current.requireAdmin();
        return trail.actions();
    }

    /** Recomputes the whole chain now. */
    @GetMapping("/chain")
    AuditChain auditChain(@AuthenticationPrincipal CurrentMember current) {
        current.requireAdmin();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return switch (chain.verify()) {
            case ChainState.Unbroken(var entries, var hash) -> new AuditChain(true, entries, hash, null, null, now);
            case ChainState.Broken(var seq, var problem) -> new AuditChain(false, seq - 1, null, seq, problem, now);
        };
    }

    /** Streamed, newest first; the download itself is an entry. */
    @GetMapping("/export")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/jsonl", schema = @Schema(type = "string"))
            })
    void exportAuditLog(
            @AuthenticationPrincipal CurrentMember current,
            @RequestParam AuditFormat format,
            @RequestParam @Nullable String who,
            @RequestParam @Nullable String what,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String address,
            HttpServletResponse response)
            throws IOException {
        current.requireAdmin();
        stepUp.require(current);
        var asked = new AuditFilter(who, what, from, to, address);
        var filter = java.util.Objects.requireNonNull(transaction.execute(_ -> {
            log.record("audit.exported", "audit", null, Map.of("format", format.name()));
            return filter(asked);
        }));
        var csv = format == AuditFormat.CSV;
        response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/jsonl;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"audit-log.%s\"".formatted(csv ? "csv" : "jsonl"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var out = response.getWriter();
        if (csv) {
            out.write(AuditLines.HEADER);
        }
        transaction.executeWithoutResult(_ -> trail.each(filter, 1_000, row -> {
            var item = item(row);
            out.write(csv ? AuditLines.csv(item, row) : json.writeValueAsString(AuditLines.json(item, row)) + "\n");
        }));
    }

    private AuditTrail.Filter filter(AuditFilter asked) {
        var zone = agencies.current().timeZone();
        var system = "system".equals(asked.who());
        return new AuditTrail.Filter(
                asked.who() == null || asked.who().isEmpty() || system ? null : member(asked.who()),
                system,
                asked.what() == null || asked.what().isEmpty() ? null : asked.what(),
                asked.from() == null ? null : asked.from().atStartOfDay(zone).toInstant(),
                asked.to() == null
                        ? null
                        : asked.to().plusDays(1).atStartOfDay(zone).toInstant(),
                asked.address() == null || asked.address().isEmpty() ? null : asked.address());
    }

    private static UUID member(String who) {
        try {
            return UUID.fromString(who);
        } catch (IllegalArgumentException noId) {
            throw Refusal.Invalid.field("who", "is a member's id, or system.").asException();
        }
    }

    private static long before(@Nullable String text) {
        var cursor = Cursor.parse(text, 1);
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(cursor.keys().getFirst());
        } catch (NumberFormatException madeUp) {
            throw Refusal.Invalid.field("cursor", "is not one that this list gave; start again without it.")
                    .asException();
        }
    }

    private AuditItem item(AuditTrail.Row row) {
        var entry = row.entry();
        var detail = json.readTree(entry.detail());
        return new AuditItem(
                entry.seq(),
                entry.at().atOffset(ZoneOffset.UTC),
                new AuditActor(entry.memberId(), actor(row), entry.role(), entry.via()),
                entry.address(),
                entry.action(),
                Sentence.of(entry.action(), entry.subjectType(), detail),
                new AuditSubject(entry.subjectType(), entry.subject()),
                texts(detail),
                row.hash());
    }

    private static String actor(AuditTrail.Row row) {
        if (row.name() != null) {
            return row.name();
        }
        return row.entry().viaId() == null
                ? "Doorstep"
                : "Doorstep (" + row.entry().viaId() + ")";
    }

    private static Map<String, String> texts(JsonNode detail) {
        var texts = new LinkedHashMap<String, String>();
        detail.properties()
                .forEach(field -> texts.put(
                        field.getKey(),
                        field.getValue().isValueNode()
                                ? field.getValue().asString()
                                : field.getValue().toString()));
        return texts;
    }
}
