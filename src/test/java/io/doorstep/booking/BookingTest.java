package io.doorstep.booking;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.pipeline.Actor;
import io.doorstep.pipeline.Deals;
import io.doorstep.pipeline.NextAction;
import io.doorstep.pipeline.NextActions;
import io.doorstep.pipeline.OpenDeal;
import io.doorstep.platform.Refused;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
class BookingTest {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    @Autowired
    BookAppointment book;

    @Autowired
    Reschedule reschedule;

    @Autowired
    Cancel cancel;

    @Autowired
    RecordOutcome recordOutcome;

    @Autowired
    FreeSlots freeSlots;

    @Autowired
    AppointmentViews views;

    @Autowired
    Leads leads;

    @Autowired
    OpenDeal openDeal;

    @Autowired
    Deals deals;

    @Autowired
    NextActions nextActions;

    @Autowired
    JdbcClient db;

    @Autowired
    SettableClock clock;

    @Autowired
    TestAgencies agencies;

    TestAgency agency;
    UUID ana;

    @BeforeEach
    void anAgencyWithOneMember() {
        agency = agencies.fresh();
        ana = agency.owner().memberId();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_new_agency_can_be_booked_at_once() {
        assertThat(free())
                .isNotEmpty()
                .allSatisfy(slot -> assertThat(slot.memberId()).isEqualTo(ana));
    }

    @Test
    void a_booked_slot_is_no_longer_free() {
        var slot = free().getFirst();

        var booked = book(anyLead(), slot);

        assertThat(booked).isInstanceOf(Booking.Booked.class);
        assertThat(free()).doesNotContain(slot);
    }

    @Test
    void a_taken_slot_is_refused_and_the_next_free_ones_are_offered() {
        var slot = free().getFirst();
        book(anyLead(), slot);

        var outcome = book(anyLead(), slot);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Booking.SlotTaken.class,
                        taken -> assertThat(taken.nextFree())
                                .isNotEmpty()
                                .doesNotContain(slot)
                                .isEqualTo(free().stream()
                                        .filter(each -> !each.startsAt().isBefore(slot.startsAt()))
                                        .limit(6)
                                        .toList()));
    }

    @Test
    void the_same_lead_asking_twice_has_one_appointment() {
        var lead = anyLead();
        var slot = free().getFirst();

        var first = booked(book(lead, slot));
        var second = booked(book(lead, slot));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(history(first.id())).containsExactly("BOOKED");
    }

    @Test
    void of_fifty_bookings_of_one_slot_one_wins() throws Exception {
        var slot = free().getFirst();
        var visitors = new ArrayList<UUID>();
        for (int at = 0; at < 50; at++) visitors.add(anyLead());

        var outcomes = allAtOnce(visitors.stream()
                .<Callable<Booking>>map(lead -> () -> book(lead, slot))
                .toList());

        assertThat(outcomes).filteredOn(Booking.Booked.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Booking.SlotTaken.class::isInstance).hasSize(49);
        assertThat(count("select count(*) from appointment")).isEqualTo(1);
    }

    @Test
    void concurrent_moves_onto_one_slot_have_one_winner_and_the_others_stay_where_they_were() throws Exception {
        var slots = free();
        var target = slots.getLast();
        var standing = slots.stream()
                .limit(8)
                .map(slot -> booked(book(anyLead(), slot)))
                .toList();

        var outcomes = allAtOnce(standing.stream()
                .<Callable<Booking>>map(each ->
                        () -> agency.inScope(() -> reschedule.to(each.id(), 1, target.startsAt(), null, Actor.LEAD)))
                .toList());

        // Half-hour slots on a half-hour raster: neighbours don't overlap.
        assertThat(outcomes).filteredOn(Booking.Booked.class::isInstance).hasSize(1);
        assertThat(count("select count(*) from appointment where version = 1")).isEqualTo(7);
    }

    @Test
    void raw_sql_as_the_application_can_not_overlap_either() {
        var slot = free().getFirst();
        var lead = anyLead();
        book(lead, slot);

        assertThatThrownBy(() -> agency.inTransaction(() -> {
                    assertThat(db.sql("select current_user").query(String.class).single())
                            .isEqualTo("doorstep_app");
                    db.sql("""
                                    insert into appointment (id, lead_id, member_id, kind, starts_at, ends_at, time_zone, status, created_at)
                                    values (:id, :lead, :member, 'CALL', :from, :until, 'UTC', 'BOOKED', :from)
                                    """)
                            .param("id", UUID.randomUUID())
                            .param("lead", lead)
                            .param("member", ana)
                            .param("from", slot.startsAt().plusSeconds(60).atOffset(UTC))
                            .param("until", slot.endsAt().plusSeconds(60).atOffset(UTC))
                            .update();
                }))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("appointment_no_overlap");
    }

    @Test
    void a_moved_appointment_keeps_its_history_and_frees_its_old_time() {
        var slots = free();
        var appointment = booked(book(anyLead(), slots.getFirst()));

        var moved = agency.inScope(
                () -> reschedule.to(appointment.id(), 1, slots.get(3).startsAt(), null, Actor.LEAD));

        assertThat(moved).isInstanceOf(Booking.Booked.class);
        assertThat(history(appointment.id())).containsExactly("BOOKED", "RESCHEDULED");
        assertThat(free()).contains(slots.getFirst()).doesNotContain(slots.get(3));
    }

    @Test
    void a_move_with_an_old_version_is_stale() {
        var slots = free();
        var appointment = booked(book(anyLead(), slots.getFirst()));
        agency.inScope(() -> reschedule.to(appointment.id(), 1, slots.get(3).startsAt(), null, Actor.LEAD));

        assertThatThrownBy(() -> agency.inScope(
                        () -> reschedule.to(appointment.id(), 1, slots.get(5).startsAt(), null, Actor.LEAD)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("stale-version");
    }

    @Test
    void a_cancelled_time_is_free_again_and_cancelling_twice_changes_nothing() {
        var slot = free().getFirst();
        var appointment = booked(book(anyLead(), slot));

        agency.inScope(() -> cancel.cancel(appointment.id(), 1, "sick", Actor.LEAD));
        agency.inScope(() -> cancel.cancel(appointment.id(), 1, "sick", Actor.LEAD));

        assertThat(free()).contains(slot);
        assertThat(history(appointment.id())).containsExactly("BOOKED", "CANCELLED");
    }

    @Test
    void an_outcome_is_recorded_once_the_appointment_has_begun_and_not_before() {
        var slot = free().getFirst();
        var appointment = booked(book(anyLead(), slot));
        var me = Actor.member(agency.owner());

        assertThatThrownBy(() ->
                        agency.inScope(() -> recordOutcome.record(appointment.id(), 1, Outcome.COMPLETED, null, me)))
                .hasMessageContaining("not-yet-held");
        clock.set(slot.endsAt());
        agency.inScope(() -> recordOutcome.record(appointment.id(), 1, Outcome.COMPLETED, "liked it", me));

        assertThat(history(appointment.id())).containsExactly("BOOKED", "COMPLETED");
    }

    @Test
    void an_appointment_that_is_over_misses_its_outcome_until_it_has_one() {
        var slot = free().getFirst();
        var appointment = booked(book(anyLead(), slot));
        clock.set(slot.endsAt().plusSeconds(1));

        assertThat(agency.inScope(() -> views.find(appointment.id())).outcomeMissing())
                .isTrue();
        agency.inScope(
                () -> recordOutcome.record(appointment.id(), 1, Outcome.NO_SHOW, null, Actor.member(agency.owner())));

        assertThat(agency.inScope(() -> views.find(appointment.id())).outcomeMissing())
                .isFalse();
    }

    @Test
    void the_deal_gets_its_next_action_from_the_calendar() {
        var lead = anyLead();
        var deal = agency.inScope(() -> openDeal.forLead(lead, Actor.ASSISTANT));
        var slots = free();

        var appointment = booked(book(lead, slots.getFirst()));
        assertThat(appointment.dealId()).isEqualTo(deal.id());
        assertThat(nextAction(deal.id())).satisfies(action -> {
            assertThat(action.kind()).isEqualTo(NextAction.Kind.MEET);
            assertThat(action.dueAt()).isEqualTo(slots.getFirst().startsAt());
        });

        agency.inScope(() -> reschedule.to(appointment.id(), 1, slots.get(2).startsAt(), null, Actor.LEAD));
        assertThat(nextAction(deal.id()).dueAt()).isEqualTo(slots.get(2).startsAt());

        agency.inScope(() -> cancel.cancel(appointment.id(), 2, null, Actor.LEAD));
        assertThat(nextAction(deal.id()).kind()).isEqualTo(NextAction.Kind.BOOK);
    }

    @Test
    void a_time_in_the_past_is_refused_naming_the_field() {
        var past = new Slot(ana, clock.instant().minusSeconds(60), HALF_HOUR);

        assertThatThrownBy(() -> book(anyLead(), past))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("startsAt");
    }

    @Test
    void another_agencys_appointment_is_not_there() {
        var appointment = booked(book(anyLead(), free().getFirst()));
        var other = agencies.fresh();

        assertThatThrownBy(() -> other.inScope(() -> views.find(appointment.id())))
                .hasMessageContaining("not-found");
        assertThatThrownBy(() -> other.inScope(() -> cancel.cancel(appointment.id(), 1, null, Actor.LEAD)))
                .hasMessageContaining("not-found");
    }

    private UUID anyLead() {
        return agency.inScope(() -> leads.create(NewLead.anonymous(Source.WEB_CHAT)));
    }

    private List<Slot> free() {
        return agency.inScope(() -> freeSlots.of(List.of(), clock.instant(), Duration.ofDays(7), HALF_HOUR));
    }

    private Booking book(UUID lead, Slot slot) {
        return agency.inScope(() -> book.book(
                new BookAppointment.Wanted(lead, null, slot, Appointment.Kind.VIEWING, null, null), Actor.ASSISTANT));
    }

    private static Appointment booked(Booking booking) {
        assertThat(booking).isInstanceOf(Booking.Booked.class);
        return ((Booking.Booked) booking).appointment();
    }

    private NextAction nextAction(UUID dealId) {
        return agency.inTransaction(() -> nextActions.current(dealId).orElseThrow());
    }

    private List<String> history(UUID appointmentId) {
        return agency.inTransaction(
                () -> db.sql("""
                        select kind from appointment_change where appointment_id = :id order by seq
                        """).param("id", appointmentId).query(String.class).list());
    }

    private long count(String sql) {
        return agency.inTransaction(() -> db.sql(sql).query(Long.class).single());
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> calls) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (var each : running) results.add(each.get());
            return results;
        }
    }
}
