package io.doorstep.booking;

import io.doorstep.identity.CurrentMember;
import io.doorstep.pipeline.Actor;
import io.doorstep.platform.Refusal;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members do with appointments. */
@RestController
@Tag(name = "booking")
class AppointmentController {

    private final BookAppointment book;
    private final Reschedule reschedule;
    private final Cancel cancel;
    private final RecordOutcome recordOutcome;
    private final AppointmentViews views;

    AppointmentController(
            BookAppointment book,
            Reschedule reschedule,
            Cancel cancel,
            RecordOutcome recordOutcome,
            AppointmentViews views) {
        this.book = book;
        this.reschedule = reschedule;
        this.cancel = cancel;
        this.recordOutcome = recordOutcome;
        this.views = views;
    }

    record BookRequest(
            @NotNull UUID leadId,
            @Nullable UUID dealId,
            @NotNull UUID memberId,
            @NotNull OffsetDateTime startsAt,
            @Nullable @Min(1) @Max(480) Integer minutes,
            Appointment.@NotNull Kind kind,
            @Nullable UUID listingId,
            @Nullable @Size(max = 300) String place) {}

    record RescheduleRequest(
            @NotNull OffsetDateTime startsAt,
            int version,
            @Nullable UUID memberId) {}

    record CancelRequest(@NotBlank @Size(max = 500) String reason, int version) {}

    record OutcomeRequest(
            @NotNull Outcome outcome,
            @Nullable @Size(max = 1000) String note,
            int version) {}

    @PostMapping("/api/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    AppointmentView bookAppointment(
            @Valid @RequestBody BookRequest request, @AuthenticationPrincipal CurrentMember current) {
        var minutes = request.minutes() == null ? 30 : request.minutes();
        var slot = new Slot(request.memberId(), request.startsAt().toInstant(), Duration.ofMinutes(minutes));
        var wanted = new BookAppointment.Wanted(
                request.leadId(), request.dealId(), slot, request.kind(), request.listingId(), request.place());
        return booked(book.book(wanted, actor(current)));
    }

    @PostMapping("/api/appointments/{id}/reschedule")
    AppointmentView rescheduleAppointment(
            @PathVariable UUID id,
            @Valid @RequestBody RescheduleRequest request,
            @AuthenticationPrincipal CurrentMember current) {
        return booked(reschedule.to(
                id, request.version(), request.startsAt().toInstant(), request.memberId(), actor(current)));
    }

    @PostMapping("/api/appointments/{id}/cancel")
    AppointmentView cancelAppointment(
            @PathVariable UUID id,
            @Valid @RequestBody CancelRequest request,
            @AuthenticationPrincipal CurrentMember current) {
        cancel.cancel(id, request.version(), request.reason(), actor(current));
        return views.find(id);
    }

    @PostMapping("/api/appointments/{id}/outcome")
    AppointmentView recordOutcome(
            @PathVariable UUID id,
            @Valid @RequestBody OutcomeRequest request,
            @AuthenticationPrincipal CurrentMember current) {
        recordOutcome.record(id, request.version(), request.outcome(), request.note(), actor(current));
        return views.find(id);
    }

    private AppointmentView booked(Booking booking) {
        return switch (booking) {
            case Booking.Booked booked -> views.find(booked.appointment().id());
            case Booking.SlotTaken taken ->
                throw new Refusal.Conflict(
                                "slot-taken",
                                "This time has just been taken. Choose one of the next free ones.",
                                Map.of(
                                        "nextFree",
                                        taken.nextFree().stream()
                                                .map(AppointmentController::utc)
                                                .toList()))
                        .asException();
        };
    }

    private static CalendarController.SlotView utc(Slot slot) {
        return TeamCalendar.view(slot, java.time.ZoneOffset.UTC);
    }

    private static Actor actor(CurrentMember current) {
        if (!current.role().mayWrite()) {
            throw new Refusal.Forbidden("role-may-not", "A viewer can look but not book. Ask an agent.").asException();
        }
        return Actor.member(current);
    }
}
