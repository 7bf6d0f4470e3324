package io.doorstep.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.pipeline.Actor;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DoorstepTest
class BookingApiTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    BookAppointment book;

    @Autowired
    FreeSlots freeSlots;

    @Autowired
    ManageLinks links;

    @Autowired
    Leads leads;

    @Autowired
    SettableClock clock;

    TestAgency agency;
    Cookie session;

    @BeforeEach
    void anAgencyWithASignedInOwner() throws Exception {
        agency = agencies.fresh();
        session = Objects.requireNonNull(
                http.perform(json(post("/api/sign-in"), """
                        {"email": "%s", "password": "%s"}""".formatted(agency.email(), TestAgencies.PASSWORD)))
                        .andReturn()
                        .getResponse()
                        .getCookie("__Host-doorstep"));
    }

    @Test
    void a_member_books_moves_and_cancels() throws Exception {
        var slots = free();
        var answer = http.perform(json(post("/api/appointments"), booking(slots.getFirst()))
                        .cookie(session))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("BOOKED"))
                .andExpect(jsonPath("$.member.name").value("Olive Owner"))
                .andExpect(jsonPath("$.timeZone").value("America/Chicago"))
                .andReturn();
        var id = com.jayway.jsonpath.JsonPath.<String>read(answer.getResponse().getContentAsString(), "$.id");

        http.perform(json(post("/api/appointments/{id}/reschedule", id), """
                        {"startsAt": "%s", "version": 1}""".formatted(
                                        slots.get(4).startsAt()))
                        .cookie(session))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        http.perform(json(post("/api/appointments/{id}/cancel", id), """
                        {"reason": "sick", "version": 1}""").cookie(session))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:stale-version"));
        http.perform(json(post("/api/appointments/{id}/cancel", id), """
                        {"reason": "sick", "version": 2}""").cookie(session))
                .andExpect(jsonPath("$.status").value("CANCELLED"));
    }

    @Test
    void a_taken_time_is_409_with_the_next_free_ones() throws Exception {
        var slot = free().getFirst();
        booked(slot);

        http.perform(json(post("/api/appointments"), booking(slot)).cookie(session))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:slot-taken"))
                .andExpect(jsonPath("$.nextFree[0].slotId").isNotEmpty());
    }

    @Test
    void what_is_wrong_with_a_booking_is_named() throws Exception {
        http.perform(json(post("/api/appointments"), """
                        {"leadId": "%s", "memberId": "%s", "startsAt": "2020-02-30T10:00:00Z", "kind": "CALL"}""".formatted(
                                        lead(), agency.owner().memberId()))
                        .cookie(session))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("startsAt"));
        http.perform(json(post("/api/appointments"), """
                        {"leadId": "%s", "memberId": "%s", "startsAt": "2020-02-20T10:00:00Z", "kind": "CALL"}""".formatted(
                                        lead(), agency.owner().memberId()))
                        .cookie(session))
                .andExpect(jsonPath("$.errors[0].field").value("startsAt"));
        http.perform(json(
                                post("/api/appointments"),
                                booking(free().getFirst())
                                        .replace(
                                                agency.owner().memberId().toString(),
                                                UUID.randomUUID().toString()))
                        .cookie(session))
                .andExpect(jsonPath("$.errors[0].field").value("memberId"));
        http.perform(json(post("/api/appointments"), """
                        {"leadId": "%s", "memberId": "%s", "startsAt": "%s", "kind": "CALL"}""".formatted(
                                        UUID.randomUUID(),
                                        agency.owner().memberId(),
                                        free().getFirst().startsAt()))
                        .cookie(session))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_calendar_shows_members_appointments_and_working_hours() throws Exception {
        var slot = free().getFirst();
        booked(slot);
        var day = slot.startsAt().atZone(agency.settings().timeZone()).toLocalDate();

        http.perform(get("/api/calendar")
                        .param("from", day.toString())
                        .param("days", "1")
                        .cookie(session))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.members[0].count").value(1))
                .andExpect(jsonPath("$.appointments[0].leadName").isNotEmpty())
                .andExpect(jsonPath("$.workingHours.length()").value(6));
        http.perform(get("/api/calendar").param("days", "400").cookie(session))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("days"));
        http.perform(get("/api/calendar").param("from", "2026-02-30").cookie(session))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("from"));
    }

    @Test
    void slots_are_listed_for_everyone() throws Exception {
        http.perform(get("/api/slots").param("minutes", "45").cookie(session))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.slots[0].memberId")
                        .value(agency.owner().memberId().toString()));
    }

    @Test
    void new_working_hours_change_what_is_free_and_wrong_ones_are_named() throws Exception {
        var me = agency.owner().memberId();
        http.perform(json(put("/api/team/{id}/working-hours", me), """
                        {"timeZone": "Europe/London", "hours": [{"weekday": 3, "opens": "09:00", "closes": "10:00"}]}""").cookie(session))
                .andExpect(status().isOk());

        assertThat(free()).isNotEmpty().allSatisfy(slot -> {
            var london = slot.startsAt().atZone(java.time.ZoneId.of("Europe/London"));
            assertThat(london.getDayOfWeek()).isEqualTo(java.time.DayOfWeek.WEDNESDAY);
            assertThat(london.getHour()).isEqualTo(9);
        });
        http.perform(json(put("/api/team/{id}/working-hours", me), """
                        {"timeZone": "Europe/London", "hours": [{"weekday": 3, "opens": "10:00", "closes": "09:00"}]}""").cookie(session))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("hours[0].closes"));
        http.perform(json(put("/api/team/{id}/working-hours", me), """
                        {"timeZone": "Mars/Olympus", "hours": []}""").cookie(session))
                .andExpect(jsonPath("$.errors[0].field").value("timeZone"));
    }

    @Test
    void the_calendar_file_says_when_and_where_in_utc() throws Exception {
        var appointment = booked(free().getFirst());

        var body = http.perform(get("/api/appointments/{id}/calendar.ics", appointment.id())
                        .cookie(session))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/calendar"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(body)
                .contains("BEGIN:VEVENT")
                .contains("UID:" + appointment.id() + "@doorstep")
                .contains("DTSTART:" + appointment.startsAt().toString().replaceAll("[-:]", ""))
                .contains("SEQUENCE:0");
    }

    @Test
    void a_lead_sees_moves_and_cancels_by_link_alone() throws Exception {
        var slots = free();
        var appointment = booked(slots.getFirst());
        var page = agency.inScope(() -> links.page(appointment.id()));

        http.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("Olive Owner")));
        http.perform(get(page + ".ics")).andExpect(status().isOk());
        http.perform(post(page + "/reschedule").param("slot", slots.get(4).id()).param("version", "1"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", page + "?done=moved"));
        http.perform(post(page + "/reschedule").param("slot", slots.get(6).id()).param("version", "1"))
                .andExpect(status().isConflict());
        http.perform(post(page + "/cancel").param("version", "2").param("reason", "found another"))
                .andExpect(header().string("Location", page + "?done=cancelled"));
        http.perform(get(page)).andExpect(content().string(org.hamcrest.Matchers.containsString("is cancelled")));
    }

    @Test
    void a_link_that_was_not_signed_here_leads_nowhere() throws Exception {
        var page = agency.inScope(() -> links.page(booked(free().getFirst()).id()));

        for (var wrong : List.of("/a/abc", page.substring(0, page.length() - 2) + "AA", page + "AAAA")) {
            http.perform(get(wrong)).andExpect(status().isNotFound());
            http.perform(post(wrong + "/cancel").param("version", "1")).andExpect(status().isNotFound());
            http.perform(get(wrong + ".ics")).andExpect(status().isNotFound());
        }
    }

    @Test
    void without_a_session_nothing_is_shown() throws Exception {
        http.perform(get("/api/calendar")).andExpect(status().isUnauthorized());
        http.perform(get("/api/slots")).andExpect(status().isUnauthorized());
    }

    @Test
    void another_agencys_appointment_is_404() throws Exception {
        var other = agencies.fresh();
        var slot = other.inScope(
                        () -> freeSlots.of(List.of(), clock.instant(), Duration.ofDays(7), Duration.ofMinutes(30)))
                .getFirst();
        var theirs = other.inScope(() -> book.book(
                new BookAppointment.Wanted(
                        leads.create(NewLead.anonymous(Source.WEB_CHAT)),
                        null,
                        slot,
                        Appointment.Kind.CALL,
                        null,
                        null),
                Actor.ASSISTANT));
        var id = ((Booking.Booked) theirs).appointment().id();

        http.perform(get("/api/appointments/{id}/calendar.ics", id).cookie(session))
                .andExpect(status().isNotFound());
        http.perform(json(post("/api/appointments/{id}/cancel", id), """
                        {"reason": "x", "version": 1}""").cookie(session))
                .andExpect(status().isNotFound());
    }

    private Appointment booked(Slot slot) {
        var lead = lead();
        var booking = agency.inScope(() -> book.book(
                new BookAppointment.Wanted(lead, null, slot, Appointment.Kind.VIEWING, null, "1714 Alta Vista Ave"),
                Actor.LEAD));
        return ((Booking.Booked) booking).appointment();
    }

    private String booking(Slot slot) {
        return """
                {"leadId": "%s", "memberId": "%s", "startsAt": "%s", "kind": "VIEWING"}""".formatted(lead(), slot.memberId(), slot.startsAt());
    }

    private UUID lead() {
        return agency.inScope(() -> leads.create(NewLead.anonymous(Source.WEB_CHAT)));
    }

    private List<Slot> free() {
        return agency.inScope(
                () -> freeSlots.of(List.of(), clock.instant(), Duration.ofDays(7), Duration.ofMinutes(30)));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf());
    }
}
