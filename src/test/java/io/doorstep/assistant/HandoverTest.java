package io.doorstep.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.conversation.Conversations;
import io.doorstep.conversation.Handover;
import io.doorstep.pipeline.Deals;
import io.doorstep.pipeline.NextAction;
import io.doorstep.pipeline.NextActions;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** When a person takes over, what the lead is told, and how the talk goes on when it is handed back. */
@DoorstepTest
class HandoverTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Conversations conversations;

    @Autowired
    Handover handover;

    @Autowired
    Deals deals;

    @Autowired
    NextActions nextActions;

    @Autowired
    JdbcClient db;

    TestAgency agency;
    ChatVisitor visitor;

    @BeforeEach
    void aVisitorOnAPage() {
        agency = agencies.fresh();
        visitor = new ChatVisitor(http, agency.siteKey());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "can I talk to a real person?|Of course.|asked for a person",
                "what commission do you charge?|Fees are|asks about fees",
                "what do you think my house is worth?|worth|asks what a home is worth",
                "can my landlord legally keep my deposit?|legal advice|asks for legal advice",
                "which mortgage should I take, fixed or variable?|mortgages|asks for mortgage advice",
                "would they accept 600k for it?|Offers and terms|wants to negotiate",
                "my father passed away and we have to sell the house|sorry to hear|speaks of a loss or an illness",
                "this is ridiculous, nobody ever answered my calls|sorry that|is unhappy"
            })
    void each_trigger_is_told_to_the_lead_in_its_own_words_and_recorded_with_its_reason(
            String words, String told, String reason) {
        assertThat(visitor.says(words).get("text").asString())
                .contains(told)
                .contains("Olive Owner")
                .doesNotContain("?");

        assertThat(visitor.conversation().get("state").asString()).isEqualTo("WAITING");
        assertThat(reasons()).isEqualTo("ASSISTANT>WAITING " + reason);
        assertThat(nextAction().title()).contains(reason);
    }

    @Test
    void two_messages_in_a_row_that_nobody_can_read_bring_a_person() {
        visitor.says("asdf qwer zxcv");

        assertThat(visitor.says("qqq www eee").get("text").asString()).contains("not getting this right");
        assertThat(reasons()).isEqualTo("ASSISTANT>WAITING was not understood twice in a row");
    }

    @Test
    void after_the_handback_the_assistant_answers_what_nobody_answered_and_goes_on_with_its_plan() {
        visitor.says("we want to buy a 3 bed in Travis Heights, about 650k");
        visitor.says("let me talk to a person");
        var unanswered = visitor.sends("by the way, we are pre-approved");
        await().until(() -> agency.inScope(() -> conversations.turn(conversationId()))
                .unread()
                .isEmpty());

        agency.inScope(() -> {
            handover.handBack(conversationId(), agency.owner());
            return null;
        });

        var answer = visitor.answerTo(unanswered).get("text").asString();
        assertThat(answer).containsIgnoringCase("pre-approved").endsWith("?").doesNotContain("buy, rent or sell");
        assertThat(reasons()).startsWith("ASSISTANT>WAITING asked for a person, WAITING>ASSISTANT Handed back");
    }

    @Test
    void after_a_members_answer_the_assistant_says_nothing_of_itself() {
        visitor.says("let me talk to a person");
        visitor.sends("are you there?");
        agency.inScope(() -> {
            handover.takeOver(conversationId(), agency.owner());
            handover.say(conversationId(), agency.owner(), UUID.randomUUID(), "Yes, I am.");
            handover.handBack(conversationId(), agency.owner());
            return null;
        });
        var before = visitor.messages().size();

        assertThat(visitor.says("thanks, we want to buy in Zilker").get("text").asString())
                .endsWith("?");
        assertThat(visitor.messages()).hasSize(before + 2);
    }

    @Test
    void a_yes_to_several_times_is_asked_which_and_books_nothing() {
        visitor.says("we want to buy a 3 bed in Travis Heights, about 650k and would like to book an appointment");
        visitor.says("Nora Whitfield");
        visitor.says("nora@nora.example");

        var answer = visitor.says("yes");

        assertThat(answer.get("text").asString()).startsWith("Which one: ");
        assertThat(answer.get("attachment").get("type").asString()).isEqualTo("SLOTS");
    }

    @Test
    void the_consent_box_beside_the_question_is_answered_without_using_up_a_try() {
        visitor.says("we want to buy a 3 bed in Travis Heights, about 650k and would like to book an appointment");
        visitor.says("Nora Whitfield");

        var afterClick = visitor.consents(true);

        assertThat(afterClick.get("text").asString())
                .isEqualTo("That's noted. What is the best phone number or e-mail to reach you?");
        assertThat(visitor.says("512 555 0143").get("attachment").get("type").asString())
                .isEqualTo("SLOTS");
    }

    @Test
    void a_number_that_came_unasked_gets_the_consent_box_once_before_times_are_offered() {
        var box = visitor.says("I'm Nora Whitfield, 512 555 0143, we want to buy a 3 bed in Travis Heights, about 650k"
                + " and would like to book an appointment");

        assertThat(box.get("attachment").get("type").asString()).isEqualTo("CONSENT");
        assertThat(visitor.consents(false).get("attachment").get("type").asString())
                .isEqualTo("SLOTS");
    }

    private String reasons() {
        return agency.inTransaction(() ->
                db.sql("""
                        select string_agg(from_state || '>' || to_state || ' ' || reason, ', ' order by at, id)
                          from handover
                         where conversation_id = :id
                        """).param("id", conversationId()).query(String.class).single());
    }

    private UUID conversationId() {
        return UUID.fromString(visitor.conversation().get("conversationId").asString());
    }

    private NextAction nextAction() {
        var leadId = agency.inScope(() -> conversations.find(conversationId())).leadId();
        return agency.inTransaction(
                () -> nextActions.current(deals.openOf(leadId).getFirst().id()).orElseThrow());
    }
}
