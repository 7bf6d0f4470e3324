package io.doorstep.booking;

import io.doorstep.pipeline.Actor;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books a time of a member for a lead. The exclusion constraint is the truth: of any number of bookings of one slot, one wins. */
@Component
public class BookAppointment {

    private static final int OFFERED_INSTEAD = 6;
    private static final Duration LONGEST = Duration.ofHours(8);

    private final Appointments appointments;
    private final Availability availability;
    private final FreeSlots freeSlots;
    private final AroundAppointment around;
    private final Ids ids;
    private final Clock clock;

    BookAppointment(
            Appointments appointments,
            Availability availability,
            FreeSlots freeSlots,
            AroundAppointment around,
            Ids ids,
            Clock clock) {
        this.appointments = appointments;
        this.availability = availability;
        this.freeSlots = freeSlots;
        this.around = around;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param dealId null for the lead's open deal
     * @param place null for the listing's address
     */
    public record Wanted(
            UUID leadId,
            @Nullable UUID dealId,
            Slot slot,
            Appointment.Kind kind,
            @Nullable UUID listingId,
            @Nullable String place) {}

    /** The same lead asking for the same slot again gets the appointment that it has: a repeated turn or click books nothing twice. */
    @Transactional
    public Booking book(Wanted wanted, Actor actor) {
        var slot = wanted.slot();
        var now = clock.instant();
        checkTime(slot.startsAt(), slot.length(), now);
        var zone = availability
                .zoneOf(slot.memberId())
                .orElseThrow(() -> Refusal.Invalid.field("memberId", "is not an active member of this agency.")
                        .asException());
        var links = around.linksOf(wanted);
        var appointment = new Appointment(
                ids.next(),
                1,
                wanted.leadId(),
                links.dealId(),
                slot.memberId(),
                wanted.listingId(),
                wanted.kind(),
                links.place(),
                slot.startsAt(),
                slot.endsAt(),
                zone,
                Appointment.Status.BOOKED,
                now);
        if (!appointments.add(appointment, links.synthetic())) {
            return appointments
                    .bookedAt(wanted.leadId(), slot.memberId(), slot.startsAt())
                    .<Booking>map(Booking.Booked::new)
                    .orElseGet(() -> new Booking.SlotTaken(freeSlots.insteadOf(slot, OFFERED_INSTEAD)));
        }
        appointments.record(appointment.id(), "BOOKED", appointment.startsAt(), actor, null, now);
        around.booked(appointment, actor);
        return new Booking.Booked(appointment);
    }

    /** Only a slot that could be offered now, or that this lead has already: what a lead may do without asking a member. */
    @Transactional
    public Booking bookFree(Wanted wanted, Actor actor) {
        var slot = wanted.slot();
        var own = appointments.bookedAt(wanted.leadId(), slot.memberId(), slot.startsAt());
        if (own.isPresent()) return new Booking.Booked(own.get());
        if (!freeSlots.holds(slot)) return new Booking.SlotTaken(freeSlots.insteadOf(slot, OFFERED_INSTEAD));
        return book(wanted, actor);
    }

    static void checkTime(Instant startsAt, Duration length, Instant now) {
        if (!startsAt.isAfter(now)) {
            throw Refusal.Invalid.field("startsAt", "is in the past; take a time from now on.")
                    .asException();
        }
        if (startsAt.isAfter(now.plus(Duration.ofDays(366)))) {
            throw Refusal.Invalid.field("startsAt", "is more than a year ahead; take an earlier time.")
                    .asException();
        }
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw Refusal.Invalid.field("minutes", "must be from 1 to 480.").asException();
        }
    }
}
