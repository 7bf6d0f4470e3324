package io.doorstep.identity.sight;

import io.doorstep.identity.CurrentMember;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.LeadsSeen;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.audit.AuditLog;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The agency's choice of what its agents see. One value: the last to choose wins, and choosing the same again changes nothing. */
@RestController
@Tag(name = "settings")
class LeadsSeenController {

    private final Agencies agencies;
    private final AuditLog audit;
    private final Live live;

    LeadsSeenController(Agencies agencies, AuditLog audit, Live live) {
        this.agencies = agencies;
        this.audit = audit;
        this.live = live;
    }

    /** @param leadsSeen all leads, or an agent's own and those that are nobody's yet */
    record AgentSight(@NotNull(message = "is ALL or OWN") LeadsSeen leadsSeen) {}

    @GetMapping("/api/settings/agent-sight")
    @Transactional(readOnly = true)
    AgentSight agentSight() {
        return new AgentSight(agencies.leadsSeen());
    }

    @PutMapping("/api/settings/agent-sight")
    @Transactional
    public AgentSight setAgentSight(
            @Valid @RequestBody AgentSight wanted, @AuthenticationPrincipal CurrentMember current) {
        current.requireAdmin();
        if (agencies.show(wanted.leadsSeen())) {
            audit.record(
                    "agency.agents-see",
                    "agency",
                    null,
                    Map.of("leadsSeen", wanted.leadsSeen().name()));
            live.publish("sight", Map.of());
        }
        return wanted;
    }
}
