package io.doorstep.assistant;

import io.doorstep.booking.Appointment;
import io.doorstep.booking.Attendance;
import io.doorstep.booking.BookAppointment;
import io.doorstep.booking.FreeSlots;
import io.doorstep.booking.Slot;
import io.doorstep.identity.Members;
import io.doorstep.language.FactProposal;
import io.doorstep.pipeline.Deal;
import io.doorstep.pipeline.Deals;
import io.doorstep.question.Track;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a lead meets, when that is possible, and what for. */
@Component
class MeetingPlan {

    static final Duration LENGTH = Duration.ofMinutes(30);
    private static final Duration AHEAD = Duration.ofDays(14);

    private final Deals deals;
    private final Members members;
    private final FreeSlots freeSlots;
    private final Attendance attendance;
    private final Clock clock;

    MeetingPlan(Deals deals, Members members, FreeSlots freeSlots, Attendance attendance, Clock clock) {
        this.deals = deals;
        this.members = members;
        this.freeSlots = freeSlots;
        this.attendance = attendance;
        this.clock = clock;
    }

    /** @param memberName null when nothing is free with anybody */
    record Times(SlotMenu menu, @Nullable String memberName) {}

    /** The right agent is the deal's owner. */
    @Transactional(readOnly = true)
    public UUID memberFor(UUID leadId) {
        return deals.openOf(leadId).stream().findFirst().map(Deal::ownerId).orElseGet(members::nextOwner);
    }

    /** With the right agent if there is any time at all, else with whoever is free first. @param not times that are not wanted */
    @Transactional(readOnly = true)
    public Times times(UUID leadId, Frame frame, SlotMenu.Wish wish, List<String> not) {
        var now = clock.instant();
        var free = freeSlots.of(List.of(memberFor(leadId)), now, AHEAD, LENGTH);
        if (free.isEmpty()) {
            var anyone = freeSlots.of(List.of(), now, AHEAD, LENGTH);
            if (anyone.isEmpty()) return new Times(new SlotMenu(frame.zone(), List.of()), null);
            var first = anyone.getFirst().memberId();
            free = anyone.stream().filter(slot -> slot.memberId().equals(first)).toList();
        }
        var menu = SlotMenu.of(free, frame.zone(), wish, not);
        if (menu.isEmpty()) menu = SlotMenu.of(free, frame.zone(), SlotMenu.Wish.ANY, List.of());
        return new Times(menu, nameOf(free.getFirst().memberId()));
    }

    @Transactional(readOnly = true)
    public String nameOf(UUID memberId) {
        return members.find(memberId).map(member -> member.name()).orElse("");
    }

    /** When the member can answer: null when at work now, or when nobody knows. */
    @Nullable
    ZonedDateTime backAt(UUID memberId, ZoneId zone) {
        return attendance
                .from(memberId)
                .filter(clock.instant()::isBefore)
                .map(from -> from.atZone(zone))
                .orElse(null);
    }

    static BookAppointment.Wanted wanted(
            UUID leadId, Slot slot, Memory memory, Track track, Map<String, FactProposal> known) {
        if (track.looksForHome()) {
            var home = memory.home();
            return home == null
                    ? new BookAppointment.Wanted(leadId, null, slot, Appointment.Kind.CONSULT, null, null)
                    : new BookAppointment.Wanted(
                            leadId, null, slot, Appointment.Kind.VIEWING, UUID.fromString(home), null);
        }
        var address = known.get("propertyAddress");
        return new BookAppointment.Wanted(
                leadId, null, slot, Appointment.Kind.CONSULT, null, address == null ? null : address.display());
    }
}
