package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.Agency;
import io.doorstep.tenancy.audit.AuditLog;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The agency's own settings, and what it needs to put the chat on its site. */
@RestController
@Tag(name = "settings")
class AgencySettingsController {

    private final Agencies agencies;
    private final Directory directory;
    private final TransactionTemplate transaction;

    private final AuditLog audit;

    AgencySettingsController(Agencies agencies, Directory directory, TransactionTemplate transaction, AuditLog audit) {
        this.agencies = agencies;
        this.directory = directory;
        this.transaction = transaction;
        this.audit = audit;
    }

    record AgencySettings(
            String name,
            String slug,
            String timeZone,
            String currency,
            int accentHue,
            String assistantName,
            List<String> allowedOrigins,
            List<String> areas,
            int version) {}

    record AgencyChange(
            @NotBlank(message = "is needed") @Size(max = 120)
            String name,

            @NotBlank String timeZone,

            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "is a currency code such as USD")
            String currency,

            @Min(0) @Max(359) int accentHue,
            @NotBlank @Size(max = 60) String assistantName,

            @NotNull @Size(max = 50, message = "takes 50 at most")
            List<@NotNull @Size(max = 200) String> allowedOrigins,

            @NotNull @Size(max = 500, message = "takes 500 at most")
            List<@NotBlank @Size(max = 80) String> areas) {}

    record WidgetSettings(String siteKey, String snippet, String chatUrl, String captureUrl, String previewUrl) {}

    @GetMapping("/api/settings/agency")
    @Transactional(readOnly = true)
    ResponseEntity<AgencySettings> agencySettings() {
        return answer(agencies.current());
    }

    @PutMapping("/api/settings/agency")
    ResponseEntity<AgencySettings> updateAgency(
            @AuthenticationPrincipal CurrentMember current,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody AgencyChange change) {
        current.requireAdmin();
        var zone = TimeZones.parse(change.timeZone(), "timeZone");
        var origins = change.allowedOrigins().stream()
                .map(WebOrigin::parse)
                .distinct()
                .toList();
        var changed = transaction.execute(_ -> {
            var before = agencies.current();
            var wanted = new Agency(
                    before.id(),
                    change.name().strip(),
                    before.slug(),
                    before.siteKey(),
                    zone,
                    change.currency(),
                    change.accentHue(),
                    change.assistantName().strip(),
                    origins,
                    change.areas().stream().map(String::strip).distinct().toList(),
                    before.synthetic(),
                    EntityTag.version(ifMatch));
            if (!agencies.change(wanted)) {
                throw new Refusal.Conflict(
                                "stale-version",
                                "Someone else changed these settings meanwhile. Reload and change again.",
                                Map.of("version", before.version()))
                        .asException();
            }
            audit.record(
                    "agency.changed",
                    "agency",
                    before.id().toString(),
                    Map.of("name", wanted.name(), "changed", changes(before, wanted)));
            return agencies.current();
        });
        directory.rename(current.tenant(), changed.name());
        return answer(changed);
    }

    private static List<String> changes(Agency before, Agency after) {
        var changes = new ArrayList<String>();
        if (!before.name().equals(after.name())) changes.add("name");
        if (!before.timeZone().equals(after.timeZone())) changes.add("time zone");
        if (!before.currency().equals(after.currency())) changes.add("currency");
        if (before.accentHue() != after.accentHue()) changes.add("colour");
        if (!before.assistantName().equals(after.assistantName())) changes.add("assistant's name");
        if (!before.allowedOrigins().equals(after.allowedOrigins())) changes.add("sites of the widget");
        if (!before.areas().equals(after.areas())) changes.add("areas");
        return changes;
    }

    @GetMapping("/api/settings/widget")
    @Transactional(readOnly = true)
    WidgetSettings widgetSettings(HttpServletRequest request) {
        var agency = agencies.current();
        var origin = WebOrigin.of(request);
        var snippet =
                "<script src=\"%s/widget.js\" data-site=\"%s\" async></script>".formatted(origin, agency.siteKey());
        return new WidgetSettings(
                agency.siteKey(),
                snippet,
                origin + "/chat/" + agency.siteKey(),
                origin + "/c/" + agency.slug(),
                "/chat/" + agency.siteKey());
    }

    private static ResponseEntity<AgencySettings> answer(Agency agency) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(agency.version()))
                .body(new AgencySettings(
                        agency.name(),
                        agency.slug(),
                        agency.timeZone().getId(),
                        agency.currency(),
                        agency.accentHue(),
                        agency.assistantName(),
                        agency.allowedOrigins(),
                        agency.areas(),
                        agency.version()));
    }
}
