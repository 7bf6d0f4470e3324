package io.doorstep.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.lead.QuietHours.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId AUSTIN = ZoneId.of("America/Chicago");
    private static final ZoneId MIAMI = ZoneId.of("America/New_York");
    private static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");

    /** 2026-11-23 is a Monday. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,  2026-11-23T07:59, 2026-11-23T08:00",
                "-,  2026-11-23T08:00, 2026-11-23T08:00",
                "-,  2026-11-23T20:59, 2026-11-23T20:59",
                "-,  2026-11-23T21:00, 2026-11-24T08:00",
                "FL, 2026-11-23T20:00, 2026-11-24T08:00",
                "NJ, 2026-11-23T19:59, 2026-11-23T19:59",
                "CT, 2026-11-23T08:30, 2026-11-23T09:00",
                "TX, 2026-11-22T11:30, 2026-11-22T12:00",
                "TX, 2026-11-28T22:00, 2026-11-29T12:00",
                "TX, 2026-11-23T08:00, 2026-11-23T08:00",
                "RI, 2026-11-23T18:00, 2026-11-24T09:00",
                "RI, 2026-11-28T09:30, 2026-11-28T10:00",
                "RI, 2026-11-27T18:30, 2026-11-28T10:00",
                "WY, 2026-11-23T20:30, 2026-11-23T20:30"
            })
    void each_state_has_its_own_hours_to_the_minute(String state, String now, String allowed) {
        assertThat(over(new Whereabouts(Set.of(AUSTIN), state), now)).isEqualTo(at(AUSTIN, allowed));
    }

    @Test
    void it_must_be_day_in_every_zone_that_comes_into_question() {
        var either = new Whereabouts(Set.of(MIAMI, SEATTLE), null);

        assertThat(QuietHours.over(either, at(MIAMI, "2026-11-23T09:00"))).isEqualTo(at(SEATTLE, "2026-11-23T08:00"));
        assertThat(QuietHours.over(either, at(MIAMI, "2026-11-23T21:30"))).isEqualTo(at(SEATTLE, "2026-11-24T08:00"));
    }

    @Test
    void who_may_be_anywhere_is_written_to_when_it_is_day_on_both_coasts() {
        var unknown = new Whereabouts(Set.of(), null);

        assertThat(QuietHours.over(unknown, at(MIAMI, "2026-11-23T08:00"))).isEqualTo(at(SEATTLE, "2026-11-23T08:00"));
        assertThat(QuietHours.over(unknown, at(MIAMI, "2026-11-23T20:30"))).isEqualTo(at(MIAMI, "2026-11-23T20:30"));
    }

    @Test
    void zones_without_a_common_hour_still_give_a_moment() {
        var apart = new Whereabouts(Set.of(ZoneId.of("Pacific/Kiritimati"), ZoneId.of("Pacific/Pago_Pago")), "RI");

        assertThat(QuietHours.over(apart, at(AUSTIN, "2026-11-23T12:00"))).isAfter(at(AUSTIN, "2026-11-23T12:00"));
    }

    @Test
    void a_number_brings_the_zones_of_its_area_code_and_its_state() {
        assertThat(NumberOrigin.of("+13055550143", AUSTIN)).isEqualTo(new Whereabouts(Set.of(MIAMI, AUSTIN), "FL"));
        assertThat(NumberOrigin.of("+15125550143", AUSTIN).state()).isEqualTo("TX");
        assertThat(NumberOrigin.of("+442079460000", AUSTIN).zones()).contains(ZoneId.of("Europe/London"), AUSTIN);
        assertThat(NumberOrigin.of("+18005550143", AUSTIN).zones()).containsAll(QuietHours.CONTINENTAL);
        assertThat(NumberOrigin.of("no number", AUSTIN).zones()).isEqualTo(QuietHours.CONTINENTAL);
    }

    /** Whatever the moment, the place and the change of clocks: what is allowed is within 8 to 21 h in every zone, and never earlier than asked. */
    @Test
    void nothing_is_ever_allowed_at_night() {
        var random = new Random(20261124);
        var zones = List.of(AUSTIN, MIAMI, SEATTLE, ZoneId.of("America/Phoenix"), ZoneId.of("America/Denver"));
        var states = new ArrayList<>(List.of("FL", "CT", "TX", "RI", "WY"));
        states.add(null);
        for (int person = 0; person < 2_000; person++) {
            var there = new HashSet<>(List.of(zones.get(random.nextInt(5)), zones.get(random.nextInt(5))));
            var state = states.get(random.nextInt(states.size()));
            var now = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(525_600)));

            var allowed = QuietHours.over(new Whereabouts(there, state), now);

            assertThat(allowed).isAfterOrEqualTo(now);
            for (var zone : there) {
                assertThat(allowed.atZone(zone).toLocalTime())
                        .as("%s in %s of %s", now, zone, state)
                        .isBetween(LocalTime.of(8, 0), LocalTime.of(20, 59, 59));
            }
        }
    }

    private static Instant over(Whereabouts person, String now) {
        return QuietHours.over(person, at(AUSTIN, now));
    }

    private static Instant at(ZoneId zone, String wall) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(wall), zone).toInstant();
    }
}
