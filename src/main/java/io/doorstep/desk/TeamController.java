package io.doorstep.desk;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Members;
import io.doorstep.identity.Role;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.audit.AuditLog;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The team list with each member's working hours. */
@RestController
@Tag(name = "settings")
class TeamController {

    private final Members members;
    private final JdbcClient db;

    private final AuditLog audit;

    TeamController(Members members, JdbcClient db, AuditLog audit) {
        this.members = members;
        this.db = db;
        this.audit = audit;
    }

    record TeamMember(
            UUID id,
            String name,
            String email,
            Role role,
            String initials,
            int colour,
            boolean takingLeads,
            String timeZone,
            List<Hours> workingHours) {}

    /** @param weekday ISO, Monday is 1 */
    record Hours(int weekday, LocalTime opens, LocalTime closes) {}

    private record MemberHours(UUID memberId, int weekday, LocalTime opens, LocalTime closes) {}

    record TakingLeads(@NotNull Boolean takingLeads) {}

    @GetMapping("/api/team")
    @Transactional(readOnly = true)
    public List<TeamMember> team() {
        var hours = db
                .sql("select member_id, weekday, opens, closes from working_hours order by weekday, opens")
                .query(MemberHours.class)
                .stream()
                .collect(Collectors.groupingBy(
                        MemberHours::memberId,
                        Collectors.mapping(h -> new Hours(h.weekday(), h.opens(), h.closes()), Collectors.toList())));
        return members.active().stream()
                .map(m -> new TeamMember(
                        m.id(),
                        m.name(),
                        m.email(),
                        m.role(),
                        m.ref().initials(),
                        m.colour(),
                        m.takingLeads(),
                        m.timeZone().getId(),
                        hours.getOrDefault(m.id(), List.of())))
                .toList();
    }

    /** One's own switch; an owner or admin may turn anyone's. */
    @PutMapping("/api/team/{id}/taking-leads")
    @Transactional
    public void setTakingLeads(
            @AuthenticationPrincipal CurrentMember current,
            @PathVariable UUID id,
            @Valid @RequestBody TakingLeads wanted) {
        if (!id.equals(current.memberId())) {
            current.requireAdmin();
        }
        if (!members.setTakingLeads(id, wanted.takingLeads())) {
            throw Refusal.NotFound.of("member").asException();
        }
        audit.record(
                "member.taking-leads",
                "member",
                id.toString(),
                Map.of("name", members.find(id).orElseThrow().name(), "taking", wanted.takingLeads() ? "on" : "off"));
    }
}
