package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.TenantScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads {@link Me} for a member, from inside or outside the member's scope. */
@Component
class ReadMe {

    private final Directory directory;
    private final Credentials credentials;
    private final Members members;
    private final Agencies agencies;
    private final TransactionTemplate transaction;

    ReadMe(
            Directory directory,
            Credentials credentials,
            Members members,
            Agencies agencies,
            TransactionTemplate transaction) {
        this.directory = directory;
        this.credentials = credentials;
        this.members = members;
        this.agencies = agencies;
        this.transaction = transaction;
    }

    private static boolean own(CurrentMember current) {
        return !(current.access() instanceof Access.Session session) || session.own();
    }

    Me of(CurrentMember current) {
        var user = directory
                .user(current.userId())
                .orElseThrow(() -> Refusal.NotFound.of("user").asException());
        var mustChange = credentials.mustChange(user.id());
        var choices = directory.membershipsOf(user.id()).stream()
                .filter(membership -> own(current) || membership.tenant().equals(current.tenant()))
                .map(membership -> new Me.AgencyChoice(membership.slug(), membership.agencyName(), membership.role()))
                .toList();
        return TenantScope.callIn(
                current.tenant(),
                () -> transaction.execute(_ -> {
                    var member = members.find(current.memberId())
                            .orElseThrow(() -> Refusal.NotFound.of("member").asException());
                    var agency = agencies.current();
                    return new Me(
                            new Me.UserView(user.id(), user.name(), user.email(), mustChange),
                            new Me.MemberView(
                                    member.id(),
                                    member.name(),
                                    member.ref().initials(),
                                    member.colour(),
                                    member.role(),
                                    member.takingLeads(),
                                    member.timeZone().getId()),
                            new Me.AgencyView(
                                    agency.id().value(),
                                    agency.name(),
                                    agency.slug(),
                                    agency.timeZone().getId(),
                                    agency.currency(),
                                    agency.accentHue(),
                                    agency.synthetic()),
                            choices);
                }));
    }
}
