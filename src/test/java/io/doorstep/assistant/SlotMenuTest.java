package io.doorstep.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.booking.Slot;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlotMenuTest {

    private static final ZoneId AUSTIN = ZoneId.of("America/Chicago");
    private static final UUID ANA = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void three_days_with_four_times_each_are_offered_spread_over_the_day() {
        var menu = SlotMenu.of(fiveDays(), AUSTIN, SlotMenu.Wish.ANY, List.of());

        assertThat(menu.days())
                .extracting(SlotMenu.Day::date)
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(times(menu.days().getFirst().slots())).containsExactly("09:00", "11:30", "14:30", "17:30");
        assertThat(menu.days().getFirst().free()).isEqualTo(18);
    }

    @Test
    void the_wished_day_comes_first_with_the_times_around_the_wished_one() {
        var wish = new SlotMenu.Wish(MONDAY.plusDays(2), LocalTime.of(15, 0));

        var menu = SlotMenu.of(fiveDays(), AUSTIN, wish, List.of());

        assertThat(menu.days().getFirst().date()).isEqualTo(MONDAY.plusDays(2));
        assertThat(times(menu.days().getFirst().slots())).contains("14:30", "15:00", "15:30");
        assertThat(times(menu.said(wish))).containsOnly("15:00");
    }

    @Test
    void what_is_not_wanted_is_not_offered_again() {
        var first =
                SlotMenu.of(fiveDays(), AUSTIN, SlotMenu.Wish.ANY, List.of()).slots();

        var next = SlotMenu.of(
                fiveDays(),
                AUSTIN,
                SlotMenu.Wish.ANY,
                first.stream().map(Slot::id).toList());

        assertThat(next.slots()).isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    @Test
    void nothing_free_offers_nothing() {
        assertThat(SlotMenu.of(List.of(), AUSTIN, SlotMenu.Wish.ANY, List.of()).isEmpty())
                .isTrue();
    }

    private static List<String> times(List<Slot> slots) {
        return slots.stream()
                .map(slot -> slot.startsAt().atZone(AUSTIN).toLocalTime().toString())
                .toList();
    }

    /** Every half hour from nine to half past five. */
    private static List<Slot> fiveDays() {
        var slots = new ArrayList<Slot>();
        for (int day = 0; day < 5; day++) {
            for (int half = 0; half < 18; half++) {
                var start = MONDAY.plusDays(day)
                        .atTime(9, 0)
                        .plusMinutes(30L * half)
                        .atZone(AUSTIN);
                slots.add(new Slot(ANA, start.toInstant(), Duration.ofMinutes(30)));
            }
        }
        return slots;
    }
}
