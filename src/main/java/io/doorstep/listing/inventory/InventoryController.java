package io.doorstep.listing.inventory;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.EntityTag;
import io.doorstep.listing.Listing.PropertyType;
import io.doorstep.listing.Wishes.Offered;
import io.doorstep.platform.Cursor;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.audit.AuditLog;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The agency's listings: look, change a status, bring a file in, take one out. */
@RestController
@RequestMapping("/api/settings/listings")
@Tag(name = "listings")
class InventoryController {

    private static final int LARGEST_FILE = 20 * 1024 * 1024;

    private final Inventory inventory;
    private final ImportListings imports;
    private final TransactionTemplate transaction;

    private final AuditLog audit;

    InventoryController(Inventory inventory, ImportListings imports, TransactionTemplate transaction, AuditLog audit) {
        this.inventory = inventory;
        this.imports = imports;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** @param key of the feed that it came from */
    @Schema(name = "ListingRow")
    record Row(
            UUID id,
            String key,
            String name,
            String address,
            String area,
            Offered offer,
            PropertyType propertyType,
            long priceMinor,
            String currency,
            int beds,
            BigDecimal baths,
            Status status,
            int version) {

        static Row of(Inventory.Stored stored) {
            var home = stored.listing();
            return new Row(
                    stored.id(),
                    home.key(),
                    home.name(),
                    home.address(),
                    home.area(),
                    home.offer(),
                    home.propertyType(),
                    home.priceMinor(),
                    home.currency(),
                    home.beds(),
                    home.baths(),
                    home.status(),
                    stored.version());
        }
    }

    /** @param counts of each status, under the other filters */
    record ListingPage(List<Row> items, @Nullable String nextCursor, StatusCounts counts) {}

    record StatusCounts(int active, int pending, int sold, int withdrawn) {
        static StatusCounts of(Map<Status, Integer> counts) {
            return new StatusCounts(
                    counts.getOrDefault(Status.ACTIVE, 0),
                    counts.getOrDefault(Status.PENDING, 0),
                    counts.getOrDefault(Status.SOLD, 0),
                    counts.getOrDefault(Status.WITHDRAWN, 0));
        }
    }

    @Schema(name = "ListingStatusChange")
    record StatusChange(@NotNull Status status) {}

    /** @param q part of a name, address, area or key */
    @GetMapping
    @Transactional(readOnly = true)
    public ListingPage listings(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Offered offer,
            @RequestParam(required = false) @Nullable String cursor) {
        var words = q == null ? "" : q.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        var filter = new Inventory.Filter(words, status, offer);
        var page = inventory.page(filter, before(Cursor.parse(cursor, 1)));
        return new ListingPage(
                page.items().stream().map(Row::of).toList(),
                page.nextCursor(),
                StatusCounts.of(inventory.counts(filter)));
    }

    @PutMapping("/{id}/status")
    ResponseEntity<Row> setListingStatus(
            @AuthenticationPrincipal CurrentMember current,
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody StatusChange change) {
        current.requireAdmin();
        var row = transaction.execute(_ -> {
            var changed = inventory.setStatus(id, change.status(), EntityTag.version(ifMatch));
            var now = inventory
                    .find(id)
                    .orElseThrow(() -> Refusal.NotFound.of("listing").asException());
            if (!changed) {
                throw new Refusal.Conflict(
                                "stale-version",
                                "Someone else changed this listing meanwhile. Reload and change again.",
                                Map.of("version", now.version()))
                        .asException();
            }
            audit.record(
                    "listing.status-changed",
                    "listing",
                    id.toString(),
                    Map.of(
                            "name",
                            now.listing().name(),
                            "status",
                            change.status().name()));
            return Row.of(now);
        });
        return ResponseEntity.ok().eTag(EntityTag.of(row.version())).body(row);
    }

    /** What the file would do; nothing is written. */
    @PostMapping(path = "/import/preview", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ImportReport previewListings(@AuthenticationPrincipal CurrentMember current, InputStream file) throws IOException {
        current.requireAdmin();
        return imports.preview(bytes(file));
    }

    /** A CSV or JSON file as it is, at most 20 MB, in the names of the RESO Data Dictionary. Sending it twice changes nothing more. */
    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ImportReport importListings(@AuthenticationPrincipal CurrentMember current, InputStream file) throws IOException {
        current.requireAdmin();
        var report = imports.take(bytes(file));
        transaction.executeWithoutResult(_ -> audit.record(
                "listings.imported",
                "listings",
                null,
                Map.of("added", report.added(), "changed", report.changed(), "refused", report.refused())));
        return report;
    }

    @GetMapping(path = "/export", produces = "text/csv")
    @io.swagger.v3.oas.annotations.responses.ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @Transactional
    public ResponseEntity<byte[]> exportListings(@AuthenticationPrincipal CurrentMember current) {
        current.requireExport();
        audit.record("listings.exported", "listings", null, Map.of());
        var csv = ListingExport.csv(
                inventory.all().stream().map(Inventory.Stored::listing).toList());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"listings.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable UUID before(@Nullable Cursor cursor) {
        if (cursor == null) return null;
        try {
            return UUID.fromString(cursor.keys().getFirst());
        } catch (IllegalArgumentException madeUp) {
            throw Refusal.Invalid.field("cursor", "is not one that this list gave; start again without it.")
                    .asException();
        }
    }

    private static byte[] bytes(InputStream file) throws IOException {
        var bytes = file.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new Refusal.TooLarge("file-too-large", "The file has more than 20 MB. Split it.").asException();
        }
        return bytes;
    }
}
