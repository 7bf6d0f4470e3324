package io.doorstep.identity.mfa;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Member;
import io.doorstep.identity.MemberRef;
import io.doorstep.identity.Members;
import io.doorstep.identity.StepUp;
import io.doorstep.tenancy.audit.AuditLog;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whom the agency asks for a second step at sign-in. */
@RestController
@Tag(name = "settings")
class MfaPolicyController {

    private final MfaPolicies policies;
    private final EnforceMfa enforced;
    private final Factors factors;
    private final Members members;
    private final StepUp stepUp;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MfaPolicyController(
            MfaPolicies policies,
            EnforceMfa enforced,
            Factors factors,
            Members members,
            StepUp stepUp,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.policies = policies;
        this.enforced = enforced;
        this.factors = factors;
        this.members = members;
        this.stepUp = stepUp;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param without members who have no second factor yet */
    record SecuritySettings(Required secondFactor, int members, List<MemberRef> without) {}

    record SecurityChange(@NotNull Required secondFactor) {}

    @GetMapping("/api/settings/security")
    SecuritySettings securitySettings(@AuthenticationPrincipal CurrentMember current) {
        current.requireAdmin();
        return view(current);
    }

    @PutMapping("/api/settings/security")
    SecuritySettings changeSecurity(
            @AuthenticationPrincipal CurrentMember current, @Valid @RequestBody SecurityChange change) {
        current.requireAdmin();
        stepUp.require(current);
        transaction.executeWithoutResult(_ -> {
            var before = policies.current();
            policies.set(change.secondFactor(), clock.instant());
            audit.record(
                    "mfa-policy.changed",
                    "agency",
                    current.tenant().toString(),
                    Map.of("from", before.name(), "to", change.secondFactor().name()));
        });
        enforced.changed(current.tenant());
        return view(current);
    }

    private SecuritySettings view(CurrentMember current) {
        var without = new HashSet<>(factors.membersWithout(current.tenant().value()));
        return Objects.requireNonNull(transaction.execute(_ -> {
            var team = members.active();
            return new SecuritySettings(
                    policies.current(),
                    team.size(),
                    team.stream()
                            .filter(member -> without.contains(member.id()))
                            .map(Member::ref)
                            .toList());
        }));
    }
}
