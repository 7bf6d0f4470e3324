package io.doorstep.identity.team;

import io.doorstep.identity.HandOver;
import io.doorstep.identity.Heirs;
import io.doorstep.identity.Member;
import io.doorstep.identity.Members;
import io.doorstep.identity.Role;
import io.doorstep.platform.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that a member holds, over all rooms. */
@Component
class Belongings {

    private final ObjectProvider<HandOver> rooms;
    private final Members members;

    Belongings(ObjectProvider<HandOver> rooms, Members members) {
        this.rooms = rooms;
        this.members = members;
    }

    List<HandOver.Held> of(UUID member) {
        return rooms.stream().map(room -> room.heldBy(member)).toList();
    }

    boolean any(UUID member) {
        return rooms.stream().anyMatch(room -> room.heldBy(member).count() > 0);
    }

    /**
     * Call when the member is off the list of those who can get something.
     *
     * @param to null to go by turn: those who take leads, the owner where nobody does
     */
    void handOver(UUID from, @Nullable UUID to) {
        var leads = new TreeSet<UUID>();
        of(from).forEach(held -> leads.addAll(held.leads()));
        if (leads.isEmpty()) {
            return;
        }
        var heirs = Heirs.inTurn(leads, to == null ? inTurn(from) : List.of(heir(from, to)));
        rooms.forEach(room -> room.handOver(from, heirs));
    }

    private UUID heir(UUID from, UUID to) {
        return members.find(to)
                .filter(member -> !to.equals(from) && member.role().mayWrite())
                .map(Member::id)
                .orElseThrow(() -> Refusal.Invalid.field(
                                "handOverTo", "is nobody on the team who can take leads; choose another person.")
                        .asException());
    }

    private List<UUID> inTurn(UUID from) {
        var able = members.active().stream()
                .filter(member -> !member.id().equals(from) && member.role().mayWrite())
                .toList();
        var taking = able.stream().filter(Member::takingLeads).map(Member::id).toList();
        if (!taking.isEmpty()) {
            return taking;
        }
        return Optional.of(able)
                .filter(list -> !list.isEmpty())
                .map(list -> list.stream()
                        .min(Comparator.comparing((Member member) -> member.role() != Role.OWNER))
                        .orElseThrow())
                .map(member -> List.of(member.id()))
                .orElseThrow(() -> new Refusal.Conflict(
                                "nobody-to-take-over", "Nobody is left to take their leads. Invite somebody first.")
                        .asException());
    }
}
