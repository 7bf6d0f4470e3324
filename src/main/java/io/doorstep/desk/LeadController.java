package io.doorstep.desk;

import io.doorstep.capture.EnterLead;
import io.doorstep.identity.CurrentMember;
import io.doorstep.lead.Source;
import io.doorstep.pipeline.PipelineKind;
import io.doorstep.platform.Cursor;
import io.doorstep.platform.Refusal;
import io.doorstep.qualification.Grade;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Leads as a list, as a page, and what a member does there. */
@RestController
@RequestMapping("/api/leads")
@Tag(name = "lead")
class LeadController {

    private final LeadList list;
    private final LeadDesk desk;
    private final Timeline timeline;
    private final JsonMapper json;

    LeadController(LeadList list, LeadDesk desk, Timeline timeline, JsonMapper json) {
        this.list = list;
        this.desk = desk;
        this.timeline = timeline;
        this.json = json;
    }

    record LeadPage(List<LeadRow> items, @Nullable String nextCursor) {}

    /** @param note kept with the touch, in the member's words */
    @Schema(name = "NewLead")
    record EnterLeadRequest(
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 254) String email,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 4000) String note,
            @NotNull PipelineKind pipeline) {}

    record Created(UUID id) {}

    @Schema(name = "AddFact")
    record AddFactRequest(
            @NotBlank @Size(max = 60) String key,
            @NotNull Object value,
            @NotBlank @Size(max = 500) String display) {}

    @Schema(name = "SetOwner")
    record SetOwnerRequest(@NotNull UUID memberId) {}

    /** @param q beginnings of words of the name, an e-mail, or the digits of a phone; {@code owner} an id or {@code me} */
    @GetMapping
    LeadPage leads(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable Source source,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal CurrentMember current) {
        var filter = new LeadList.Filter(
                grade == null ? null : grade.name(), source == null ? null : source.name(), ownerOf(owner, current));
        var page = list.page(SearchWords.of(q), filter, Cursor.parse(cursor, 2));
        return new LeadPage(page.items(), page.nextCursor());
    }

    @PostMapping
    ResponseEntity<Created> createLead(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody EnterLeadRequest request,
            @AuthenticationPrincipal CurrentMember current) {
        requireWriter(current);
        if (idempotencyKey == null || idempotencyKey.isBlank() || idempotencyKey.length() > 100) {
            throw Refusal.Invalid.field("Idempotency-Key", "is missing or too long; send a UUID made for this lead.")
                    .asException();
        }
        if (isBlank(request.name()) && isBlank(request.email()) && isBlank(request.phone())) {
            throw Refusal.Invalid.field("name", "or an e-mail or phone is needed, to know who it is.")
                    .asException();
        }
        var entered = desk.enter(
                current.memberId() + ":" + idempotencyKey,
                json.writeValueAsString(request),
                new EnterLead.Entry(request.name(), request.email(), request.phone()),
                request.pipeline(),
                current);
        return ResponseEntity.created(URI.create("/api/leads/" + entered.leadId()))
                .body(new Created(entered.leadId()));
    }

    @GetMapping("/{id}")
    LeadView lead(@PathVariable UUID id) {
        return desk.view(id);
    }

    @GetMapping("/{id}/timeline")
    Timeline.TimelinePage timeline(@PathVariable UUID id, @RequestParam(required = false) @Nullable String cursor) {
        return timeline.page(id, Cursor.parse(cursor, 3));
    }

    @PostMapping("/{id}/facts")
    FactView addFact(
            @PathVariable UUID id,
            @Valid @RequestBody AddFactRequest request,
            @AuthenticationPrincipal CurrentMember current) {
        requireWriter(current);
        return desk.addFact(id, request.key(), request.value(), request.display(), current);
    }

    @PutMapping("/{id}/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setOwner(
            @PathVariable UUID id,
            @Valid @RequestBody SetOwnerRequest request,
            @AuthenticationPrincipal CurrentMember current) {
        requireWriter(current);
        desk.setOwner(id, request.memberId());
    }

    private static @Nullable UUID ownerOf(@Nullable String owner, CurrentMember current) {
        if (owner == null || owner.isEmpty()) {
            return null;
        }
        if (owner.equals("me")) {
            return current.memberId();
        }
        try {
            return UUID.fromString(owner);
        } catch (IllegalArgumentException noId) {
            throw Refusal.Invalid.field("owner", "is neither the id of a member nor me.")
                    .asException();
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void requireWriter(CurrentMember member) {
        if (!member.role().mayWrite()) {
            throw new Refusal.Forbidden("role-may-not", "A viewer may look at leads, not change them.").asException();
        }
    }
}
