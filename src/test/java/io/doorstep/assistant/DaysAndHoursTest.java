package io.doorstep.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.conversation.Conversations;
import io.doorstep.pipeline.Deals;
import io.doorstep.pipeline.NextAction;
import io.doorstep.pipeline.NextActions;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What hangs on the hour and the day: who can answer when, and who is back. Time only goes on here, a week with each test, for the scheduler
 * waits by the same clock; the application ends with the class.
 */
@DoorstepTest
@DirtiesContext
class DaysAndHoursTest {

    private static int weeks;

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Conversations conversations;

    @Autowired
    Deals deals;

    @Autowired
    NextActions nextActions;

    @Autowired
    SettableClock clock;

    TestAgency agency;
    ChatVisitor visitor;

    @BeforeEach
    void aVisitorOnAPageInTheNextWeek() {
        weeks++;
        agency = agencies.fresh();
        visitor = new ChatVisitor(http, agency.siteKey());
    }

    @Test
    void out_of_hours_the_lead_hears_when_somebody_is_back_and_the_action_is_due_then() {
        clock.set(at(DayOfWeek.MONDAY, "23:10"));

        assertThat(visitor.says("can I talk to a real person?").get("text").asString())
                .contains("Olive Owner will answer you here and is back tomorrow at 9:00 AM.");

        assertThat(nextAction().dueAt()).isEqualTo(at(DayOfWeek.TUESDAY, "09:05"));
    }

    @Test
    void in_working_hours_the_person_is_named_and_due_in_five_minutes() {
        clock.set(at(DayOfWeek.MONDAY, "10:00"));

        assertThat(visitor.says("can I talk to a real person?").get("text").asString())
                .isEqualTo("Of course. I've asked Olive Owner to join, and I stay quiet from here.");

        assertThat(nextAction().dueAt()).isBetween(at(DayOfWeek.MONDAY, "10:05"), at(DayOfWeek.MONDAY, "10:06"));
    }

    @Test
    void who_comes_back_the_next_day_is_greeted_by_name_and_goes_on() {
        clock.set(at(DayOfWeek.MONDAY, "10:00"));
        visitor.says("I'm Nora Whitfield and we want to buy a 3 bed in Travis Heights");
        clock.set(at(DayOfWeek.TUESDAY, "15:00"));

        assertThat(visitor.says("hi again").get("text").asString())
                .startsWith("Welcome back, Nora.")
                .contains("price range");
        assertThat(visitor.says("about 650k").get("text").asString()).doesNotContain("Welcome back");
    }

    private NextAction nextAction() {
        var conversationId =
                UUID.fromString(visitor.conversation().get("conversationId").asString());
        var leadId = agency.inScope(() -> conversations.find(conversationId)).leadId();
        return agency.inTransaction(
                () -> nextActions.current(deals.openOf(leadId).getFirst().id()).orElseThrow());
    }

    /** On that day of this test's week, by the agency's clock. */
    private Instant at(DayOfWeek day, String time) {
        var zone = agency.settings().timeZone();
        return Instant.now()
                .atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                .plusWeeks(weeks)
                .with(TemporalAdjusters.next(day))
                .atTime(LocalTime.parse(time))
                .atZone(zone)
                .toInstant();
    }
}
