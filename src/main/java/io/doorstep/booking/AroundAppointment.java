package io.doorstep.booking;

import io.doorstep.lead.Leads;
import io.doorstep.listing.Listings;
import io.doorstep.pipeline.Activity;
import io.doorstep.pipeline.Actor;
import io.doorstep.pipeline.Advance;
import io.doorstep.pipeline.Deal;
import io.doorstep.pipeline.Deals;
import io.doorstep.pipeline.NextAction;
import io.doorstep.pipeline.PlanNextAction;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Live;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an appointment hangs on, and what hangs on it: the lead, the home, the deal with its next action, the open screens. */
@Component
class AroundAppointment {

    private static final Duration FIND_NEW_TIME = Duration.ofHours(4);
    private static final Duration FOLLOW_UP = Duration.ofDays(1);

    private final Leads leads;
    private final Listings listings;
    private final Deals deals;
    private final Advance advance;
    private final PlanNextAction planNextAction;
    private final Live live;
    private final Clock clock;

    AroundAppointment(
            Leads leads,
            Listings listings,
            Deals deals,
            Advance advance,
            PlanNextAction planNextAction,
            Live live,
            Clock clock) {
        this.leads = leads;
        this.listings = listings;
        this.deals = deals;
        this.advance = advance;
        this.planNextAction = planNextAction;
        this.live = live;
        this.clock = clock;
    }

    record Links(@Nullable UUID dealId, @Nullable String place, boolean synthetic) {}

    Links linksOf(BookAppointment.Wanted wanted) {
        var lead = leads.find(wanted.leadId());
        var place = wanted.place();
        var listingId = wanted.listingId();
        if (listingId != null) {
            var listing = listings.find(listingId)
                    .orElseThrow(() -> Refusal.Invalid.field("listingId", "is not a home on offer.")
                            .asException());
            if (place == null || place.isBlank()) place = listing.address();
        }
        return new Links(dealOf(wanted), place == null || place.isBlank() ? null : place.strip(), lead.synthetic());
    }

    private @Nullable UUID dealOf(BookAppointment.Wanted wanted) {
        var open = deals.openOf(wanted.leadId()).stream().map(Deal::id).toList();
        var dealId = wanted.dealId();
        if (dealId == null) return open.isEmpty() ? null : open.getFirst();
        if (open.contains(dealId)) return dealId;
        throw Refusal.Invalid.field("dealId", "is not an open deal of this lead.")
                .asException();
    }

    void booked(Appointment appointment, Actor actor) {
        advance.byActivity(appointment.leadId(), Activity.APPOINTMENT_BOOKED, actor);
        plan(appointment, actor, NextAction.Kind.MEET, "Meet and record the outcome", appointment.startsAt());
        changed(appointment);
    }

    void moved(Appointment appointment, Actor actor) {
        plan(appointment, actor, NextAction.Kind.MEET, "Meet and record the outcome", appointment.startsAt());
        changed(appointment);
    }

    void cancelled(Appointment appointment, Actor actor) {
        plan(
                appointment,
                actor,
                NextAction.Kind.BOOK,
                "Find a new time: the appointment was cancelled",
                in(FIND_NEW_TIME));
        changed(appointment);
    }

    void settled(Appointment appointment, Outcome outcome, Actor actor) {
        switch (outcome) {
            case COMPLETED -> {
                plan(appointment, actor, NextAction.Kind.CALL, "Follow the appointment up", in(FOLLOW_UP));
                advance.byActivity(appointment.leadId(), Activity.APPOINTMENT_OUTCOME, actor);
            }
            case NO_SHOW ->
                plan(appointment, actor, NextAction.Kind.CALL, "Call: nobody came, find a new time", in(FIND_NEW_TIME));
        }
        changed(appointment);
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    /** Only an open deal has a next action; a closed one is left as it is. */
    private void plan(Appointment appointment, Actor actor, NextAction.Kind kind, String title, Instant dueAt) {
        var dealId = appointment.dealId();
        if (dealId == null || !deals.find(dealId).map(Deal::open).orElse(false)) return;
        planNextAction.set(dealId, new NextAction.Plan(kind, title, dueAt), appointment.memberId(), actor.memberId());
    }

    private void changed(Appointment appointment) {
        live.publish(
                "appointment",
                Map.of(
                        "appointmentId",
                        appointment.id().toString(),
                        "leadId",
                        appointment.leadId().toString()));
    }
}
