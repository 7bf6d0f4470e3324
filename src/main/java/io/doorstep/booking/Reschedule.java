package io.doorstep.booking;

import io.doorstep.pipeline.Actor;
import io.doorstep.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves a booked appointment to another time, or to another member, and keeps where it was in its history. */
@Component
public class Reschedule {

    private static final int OFFERED_INSTEAD = 6;

    private final Appointments appointments;
    private final Availability availability;
    private final FreeSlots freeSlots;
    private final AroundAppointment around;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    Reschedule(
            Appointments appointments,
            Availability availability,
            FreeSlots freeSlots,
            AroundAppointment around,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.appointments = appointments;
        this.availability = availability;
        this.freeSlots = freeSlots;
        this.around = around;
        this.clock = clock;
        this.savepoint = new TransactionTemplate(transactions);
        // An overlap aborts only this much, also inside a longer transaction.
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** To one of the free slots only: what a lead may do without asking a member. */
    public Booking toFree(UUID id, int version, Slot slot, Actor actor) {
        var before = savepoint.execute(_ -> appointments.find(id)).orElseThrow(Cancel::unknown);
        var wanted = new Slot(slot.memberId(), slot.startsAt(), before.length());
        if (wanted.startsAt().equals(before.startsAt()) && wanted.memberId().equals(before.memberId())) {
            return new Booking.Booked(before);
        }
        if (!freeSlots.holds(wanted)) return new Booking.SlotTaken(freeSlots.insteadOf(wanted, OFFERED_INSTEAD));
        return to(id, version, wanted.startsAt(), wanted.memberId(), actor);
    }

    /** @param memberId null to stay with the same member */
    public Booking to(UUID id, int version, Instant startsAt, @Nullable UUID memberId, Actor actor) {
        var before = savepoint.execute(_ -> appointments.find(id)).orElseThrow(Cancel::unknown);
        BookAppointment.checkTime(startsAt, before.length(), clock.instant());
        var slot = new Slot(memberId == null ? before.memberId() : memberId, startsAt, before.length());
        try {
            return new Booking.Booked(savepoint.execute(_ -> move(before, version, slot, actor)));
        } catch (DataIntegrityViolationException overlap) {
            if (!String.valueOf(overlap.getMessage()).contains("appointment_no_overlap")) throw overlap;
            return new Booking.SlotTaken(freeSlots.insteadOf(slot, OFFERED_INSTEAD));
        }
    }

    private Appointment move(Appointment before, int version, Slot slot, Actor actor) {
        var zone = availability
                .zoneOf(slot.memberId())
                .orElseThrow(() -> Refusal.Invalid.field("memberId", "is not an active member of this agency.")
                        .asException());
        if (appointments.move(before.id(), version, slot.memberId(), slot.startsAt(), slot.endsAt(), zone) == 0) {
            throw stale(appointments.find(before.id()).orElseThrow(Cancel::unknown));
        }
        appointments.record(before.id(), "RESCHEDULED", slot.startsAt(), actor, null, clock.instant());
        var after = appointments.find(before.id()).orElseThrow(Cancel::unknown);
        around.moved(after, actor);
        return after;
    }

    /** Why a change found nothing to change: no longer booked, or changed by someone else meanwhile. */
    static RuntimeException stale(Appointment current) {
        if (current.status() != Appointment.Status.BOOKED) {
            return new Refusal.Conflict(
                            "appointment-settled",
                            "This appointment is %s already and can't be changed. Book a new one."
                                    .formatted(current.status().words()))
                    .asException();
        }
        return new Refusal.Conflict(
                        "stale-version",
                        "Someone changed this appointment meanwhile. Look at it again, then decide.",
                        Map.of("currentVersion", current.version()))
                .asException();
    }
}
