package io.doorstep.booking;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final UUID ANA = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final ZoneId AUSTIN = ZoneId.of("America/Chicago");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void every_half_hour_of_the_shift_that_leaves_room_is_free() {
        var agenda = agenda(AUSTIN, MONDAY, "09:00", "11:00");

        assertThat(wallTimes(agenda, "2026-11-23", AUSTIN)).containsExactly("09:00", "09:30", "10:00");
    }

    @Test
    void at_work_means_in_a_shift_and_else_when_the_next_one_begins() {
        var agenda = agenda(AUSTIN, MONDAY, "09:00", "11:00");

        assertThat(atWork(agenda, "2026-11-23T10:30")).contains(at(AUSTIN, "2026-11-23T10:30"));
        assertThat(atWork(agenda, "2026-11-23T11:00")).contains(at(AUSTIN, "2026-11-30T09:00"));
        assertThat(atWork(agenda, "2026-11-22T23:00")).contains(at(AUSTIN, "2026-11-23T09:00"));
        assertThat(atWork(new Agenda(ANA, AUSTIN, List.of(), List.of()), "2026-11-22T23:00"))
                .isEmpty();
    }

    private static Optional<Instant> atWork(Agenda agenda, String wall) {
        var now = at(AUSTIN, wall);
        return agenda.atWork(new Span(now, now.plus(Duration.ofDays(14))));
    }

    @Test
    void what_overlaps_an_appointment_is_not_free_and_what_only_touches_it_is() {
        var busy = new Span(at(AUSTIN, "2026-11-23T11:00"), at(AUSTIN, "2026-11-23T11:30"));
        var agenda = new Agenda(ANA, AUSTIN, List.of(shift(MONDAY, "10:00", "13:00")), List.of(busy));

        assertThat(wallTimes(agenda, "2026-11-23", AUSTIN)).containsExactly("10:00", "11:30", "12:00");
    }

    @Test
    void clocks_that_jump_forward_shorten_the_shift_by_the_hour_that_does_not_exist() {
        var agenda = agenda(AUSTIN, SUNDAY, "01:00", "05:00");

        assertThat(wallTimes(agenda, "2026-03-08", AUSTIN))
                .containsExactly("01:00", "01:30", "03:00", "03:30", "04:00");
    }

    @Test
    void a_shift_that_opens_in_the_gap_opens_when_the_gap_ends() {
        var agenda = agenda(AUSTIN, SUNDAY, "02:30", "05:00");

        assertThat(wallTimes(agenda, "2026-03-08", AUSTIN)).containsExactly("03:00", "03:30", "04:00");
    }

    @Test
    void clocks_that_fall_back_offer_the_repeated_hour_twice() {
        var agenda = agenda(AUSTIN, SUNDAY, "01:00", "02:00");

        assertThat(agenda.free(day("2026-11-01", AUSTIN), HOUR, Instant.MIN).stream()
                        .map(Slot::startsAt))
                .containsExactly(
                        Instant.parse("2026-11-01T06:00:00Z"),
                        Instant.parse("2026-11-01T06:30:00Z"),
                        Instant.parse("2026-11-01T07:00:00Z"));
    }

    @Test
    void the_leap_day_is_a_day_like_any_other() {
        assertThat(LocalDate.parse("2028-02-29").getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
        var agenda = agenda(LONDON, DayOfWeek.TUESDAY, "09:00", "10:00");

        assertThat(wallTimes(agenda, "2028-02-29", LONDON)).containsExactly("09:00");
    }

    @Test
    void a_member_in_another_zone_is_asked_for_the_askers_day() {
        var auckland = ZoneId.of("Pacific/Auckland");
        var agenda = agenda(auckland, THURSDAY, "09:00", "11:00");

        var slots = agenda.free(day("2026-11-25", AUSTIN), HOUR, Instant.MIN);

        assertThat(slots).extracting(Slot::startsAt).first().isEqualTo(at(auckland, "2026-11-26T09:00"));
    }

    @Test
    void nothing_starts_before_the_notice_is_over() {
        var agenda = agenda(AUSTIN, MONDAY, "09:00", "12:00");

        var slots = agenda.free(day("2026-11-23", AUSTIN), HOUR, at(AUSTIN, "2026-11-23T10:15"));

        assertThat(slots).extracting(Slot::startsAt).first().isEqualTo(at(AUSTIN, "2026-11-23T10:30"));
    }

    @Test
    void two_shifts_on_a_day_leave_the_pause_between_them() {
        var agenda = new Agenda(
                ANA, AUSTIN, List.of(shift(MONDAY, "14:00", "15:00"), shift(MONDAY, "09:00", "10:00")), List.of());

        assertThat(wallTimes(agenda, "2026-11-23", AUSTIN)).containsExactly("09:00", "14:00");
    }

    @Test
    void whatever_the_zone_and_the_bookings_a_free_slot_is_worked_and_never_overlaps() {
        var random = new Random(20261123);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int round = 0; round < 300; round++) {
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var from = LocalDate.of(2026, 1, 1)
                    .plusDays(random.nextInt(1500))
                    .atStartOfDay(zone)
                    .toInstant();
            var window = new Span(from, from.plus(Duration.ofDays(7)));
            var busy = Stream.generate(() -> from.plusSeconds(60L * random.nextInt(7 * 24 * 60)))
                    .limit(20)
                    .map(start -> new Span(start, start.plusSeconds(60L * (15 + random.nextInt(120)))))
                    .toList();
            // Appointments of one member never overlap each other, so neither do these.
            var apart = apart(busy);
            var shifts = IntStream.rangeClosed(1, 7)
                    .mapToObj(weekday -> new Shift(
                            DayOfWeek.of(weekday),
                            LocalTime.of(random.nextInt(3), 0),
                            LocalTime.of(20 + random.nextInt(4), 0)))
                    .toList();
            var agenda = new Agenda(ANA, zone, shifts, apart);

            var slots = agenda.free(window, Duration.ofMinutes(45), Instant.MIN);

            assertThat(slots).as("%s from %s", zone, from).isNotEmpty().allSatisfy(slot -> {
                assertThat(agenda.works(slot.startsAt(), slot.endsAt())).isTrue();
                assertThat(apart).noneMatch(span -> span.overlaps(slot.startsAt(), slot.endsAt()));
            });
            assertThat(slots).isSortedAccordingTo((one, other) -> one.startsAt().compareTo(other.startsAt()));
            assertThat(slots).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_slot_id_leads_back_to_the_slot_and_anything_else_to_nothing() {
        var slot = new Slot(ANA, Instant.parse("2026-11-28T16:30:00Z"), Duration.ofMinutes(45));

        assertThat(Slot.of(slot.id())).contains(slot);
        assertThat(Stream.of(
                                "",
                                "x",
                                ANA + "~1~0",
                                ANA + "~-1~30",
                                ANA + "~99999999999999999999~30",
                                ANA + "~1~999",
                                "~1~30")
                        .flatMap(id -> Slot.of(id).stream()))
                .isEmpty();
    }

    private static List<Span> apart(List<Span> spans) {
        var kept = new java.util.ArrayList<Span>();
        for (var span : spans) {
            if (kept.stream().noneMatch(other -> other.overlaps(span.from(), span.until()))) kept.add(span);
        }
        return kept;
    }

    private static Agenda agenda(ZoneId zone, DayOfWeek weekday, String opens, String closes) {
        return new Agenda(ANA, zone, List.of(shift(weekday, opens, closes)), List.of());
    }

    private static Shift shift(DayOfWeek weekday, String opens, String closes) {
        return new Shift(weekday, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Span day(String date, ZoneId zone) {
        var day = LocalDate.parse(date);
        return new Span(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Instant at(ZoneId zone, String wall) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(wall), zone).toInstant();
    }

    private static List<String> wallTimes(Agenda agenda, String date, ZoneId zone) {
        return agenda.free(day(date, zone), HOUR, Instant.MIN).stream()
                .map(slot -> LocalTime.ofInstant(slot.startsAt(), zone).toString())
                .toList();
    }
}
