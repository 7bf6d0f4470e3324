package io.doorstep.lifecycle.export;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.StepUp;
import io.doorstep.lifecycle.OwnersOnly;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.audit.AuditLog;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The agency's own copies of its data. */
@RestController
@RequestMapping("/api/agency/exports")
@Tag(name = "settings")
class ExportController {

    private static final int SHOWN = 10;

    private final RequestExport requestExport;
    private final Exports exports;
    private final DownloadLinks links;
    private final PartSeal seal;
    private final Agencies agencies;
    private final AuditLog audit;
    private final StepUp stepUp;
    private final TransactionTemplate transaction;

    ExportController(
            RequestExport requestExport,
            Exports exports,
            DownloadLinks links,
            PartSeal seal,
            Agencies agencies,
            AuditLog audit,
            StepUp stepUp,
            TransactionTemplate transaction) {
        this.requestExport = requestExport;
        this.exports = exports;
        this.links = links;
        this.seal = seal;
        this.agencies = agencies;
        this.audit = audit;
        this.stepUp = stepUp;
        this.transaction = transaction;
    }

    enum Status {
        REQUESTED,
        RUNNING,
        READY,
        FAILED,
        EXPIRED
    }

    /** @param bytes of the file @param rows of all tables @param problem why there is none, and the mend */
    record ExportView(
            UUID id,
            Status status,
            int percent,
            OffsetDateTime requestedAt,
            @Nullable OffsetDateTime expiresAt,
            @Nullable Long rows,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable String problem) {}

    record ExportLink(String url, OffsetDateTime until) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ExportView requestExport(@AuthenticationPrincipal CurrentMember current) {
        OwnersOnly.require(current);
        stepUp.require(current);
        return view(requestExport.by(current.memberId()));
    }

    @GetMapping
    List<ExportView> agencyExports(@AuthenticationPrincipal CurrentMember current) {
        OwnersOnly.require(current);
        return inTransaction(() -> exports.newest(SHOWN)).stream()
                .map(ExportController::view)
                .toList();
    }

    @PostMapping("/{id}/link")
    ExportLink linkToExport(@AuthenticationPrincipal CurrentMember current, @PathVariable UUID id) {
        OwnersOnly.require(current);
        var ready = ready(id);
        stepUp.require(current);
        transaction.executeWithoutResult(
                _ -> audit.record("export.linked", "export", id.toString(), Map.of("bytes", ready.bytes())));
        var link = links.to(id, current.memberId());
        return new ExportLink(link.path(), link.until().atOffset(UTC));
    }

    @GetMapping(path = "/{id}/file")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    void exportFile(
            @AuthenticationPrincipal CurrentMember current,
            @PathVariable UUID id,
            @RequestParam long until,
            @RequestParam String signature,
            HttpServletResponse response)
            throws IOException {
        OwnersOnly.require(current);
        var ready = ready(id);
        if (!links.holds(id, current.memberId(), until, signature)) {
            throw Refusal.NotFound.of("export").asException();
        }
        var slug = inTransaction(() -> {
            audit.record("export.fetched", "export", id.toString(), Map.of("bytes", ready.bytes()));
            return agencies.current().slug();
        });
        response.setContentType("application/zip");
        response.setContentLengthLong(ready.bytes());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(slug + "-" + ready.readyAt().atOffset(UTC).toLocalDate() + ".zip")
                        .build()
                        .toString());
        send(id, response);
    }

    /** A part and a short transaction at a time: a slow reader holds no connection to the database. */
    private void send(UUID id, HttpServletResponse response) throws IOException {
        for (var seq = 0; ; seq++) {
            var place = seq;
            var part = inTransaction(() -> exports.part(id, place));
            if (part.isEmpty()) {
                return;
            }
            response.getOutputStream().write(seal.open(id, seq, part.get()));
        }
    }

    private Export.Ready ready(UUID id) {
        return inTransaction(() -> exports.find(id))
                .filter(Export.Ready.class::isInstance)
                .map(Export.Ready.class::cast)
                .orElseThrow(() -> Refusal.NotFound.of("export").asException());
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private static ExportView view(Export export) {
        var asked = export.asked();
        var at = asked.at().atOffset(UTC);
        return switch (export) {
            case Export.Requested _ ->
                new ExportView(asked.id(), Status.REQUESTED, 0, at, null, null, null, null, null);
            case Export.Running(var _, var percent) ->
                new ExportView(asked.id(), Status.RUNNING, percent, at, null, null, null, null, null);
            case Export.Ready ready ->
                new ExportView(
                        asked.id(),
                        Status.READY,
                        100,
                        at,
                        time(ready.expiresAt()),
                        ready.rows(),
                        ready.bytes(),
                        ready.sha256(),
                        null);
            case Export.Failed(var _, var problem) ->
                new ExportView(asked.id(), Status.FAILED, 0, at, null, null, null, null, problem);
            case Export.Expired _ -> new ExportView(asked.id(), Status.EXPIRED, 100, at, null, null, null, null, null);
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(UTC);
    }
}
