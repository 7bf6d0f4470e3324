package io.doorstep.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.booking.Appointment;
import io.doorstep.booking.AppointmentViews;
import io.doorstep.booking.BookAppointment;
import io.doorstep.booking.Slot;
import io.doorstep.conversation.Conversations;
import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.listing.Listing;
import io.doorstep.listing.Listings;
import io.doorstep.listing.Wishes;
import io.doorstep.pipeline.Actor;
import io.doorstep.pipeline.Deals;
import io.doorstep.pipeline.NextAction;
import io.doorstep.pipeline.NextActions;
import io.doorstep.platform.Ids;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.StoredFact;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Turns over the real engine, scheduler and database, seen from the visitor's side. */
@DoorstepTest
class TurnTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    TakeTurn takeTurn;

    @Autowired
    Conversations conversations;

    @Autowired
    Facts facts;

    @Autowired
    Deals deals;

    @Autowired
    NextActions nextActions;

    @Autowired
    Leads leads;

    @Autowired
    Listings listings;

    @Autowired
    BookAppointment book;

    @Autowired
    AppointmentViews appointments;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient db;

    TestAgency agency;
    ChatVisitor visitor;

    @BeforeEach
    void aVisitorOnAPage() {
        agency = agencies.fresh();
        visitor = new ChatVisitor(http, agency.siteKey());
    }

    @Test
    void the_first_message_says_that_it_is_automated_and_the_reply_does_not_say_it_again() {
        var reply = text(visitor.says("hello"));

        assertThat(text(visitor.messages().getFirst())).contains("automated assistant");
        assertThat(reply).doesNotContain("automated assistant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👋🏽👋🏽",
                "مرحبا، أبحث عن شقة",
                "asdf qwer zxcv",
                "????",
                "February 30 at 25:00 o'clock",
                "1",
                "a\tb",
                "<b>hi</b>"
            })
    void whatever_is_written_is_answered_in_a_sentence(String words) {
        assertThat(text(visitor.says(words))).isNotBlank().endsWith("?");
    }

    @Test
    void ten_thousand_characters_are_answered_with_how_much_was_read() {
        assertThat(text(visitor.says("We need 3 beds. ".repeat(625)))).contains("4,000");
    }

    /** The first message may be answered before the second is there; the rest of the burst is answered once. */
    @ParameterizedTest
    @ValueSource(longs = {20261124, 7, 4711})
    void of_a_burst_every_message_is_read_and_it_is_answered_once(long seed) throws Exception {
        visitor.says("hello");
        var before = replies().size();
        var random = new Random(seed);
        var lines = new ArrayList<>(
                List.of("we want to buy", "in Travis Heights", "3 beds", "around 650k", "we are pre-approved"));
        Collections.shuffle(lines, random);

        long last = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(lines.stream()
                    .<Callable<Long>>map(line -> () -> visitor.sends(line))
                    .toList())) {
                last = Math.max(last, sent.get());
            }
        }
        visitor.answerTo(last);
        await().until(this::nothingUnread);

        var said = replies().stream().skip(before).toList();
        assertThat(said).hasSizeBetween(1, 2).doesNotHaveDuplicates();
        assertThat(agency.inScope(() -> facts.current(leadId())))
                .extracting(StoredFact::key)
                .contains("intent", "areas", "beds", "price", "financing");
        assertThat(agency.inScope(() -> facts.history(leadId())))
                .extracting(StoredFact::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void while_the_lead_is_still_writing_no_turn_speaks_and_the_last_one_answers_all() {
        visitor.says("hello");
        var before = replies().size();
        var first = visitor.sends("we want to buy");
        var second = visitor.sends("in Travis Heights");

        assertThat(agency.inScope(() -> conversations.turn(conversationId())))
                .satisfiesAnyOf(
                        turn -> assertThat(turn.goesOn()).isTrue(),
                        turn -> assertThat(turn.watermark()).isGreaterThan(first));
        visitor.answerTo(second);

        assertThat(replies().size() - before).isBetween(1, 2);
    }

    @Test
    void a_turn_that_is_taken_again_after_its_reply_was_stored_says_nothing() {
        visitor.says("we want to buy a 3 bed in Travis Heights");
        var before = visitor.messages();

        IntStream.range(0, 3)
                .forEach(_ -> agency.inScope(() -> {
                    takeTurn.run(conversationId());
                    return null;
                }));

        assertThat(visitor.messages()).isEqualTo(before);
    }

    @Test
    void ten_turns_at_once_over_the_same_messages_speak_once() throws Exception {
        visitor.says("hello");
        var before = replies().size();
        var seq = visitor.sends("we want to buy a 3 bed in Travis Heights");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var turn :
                    threads.invokeAll(java.util.Collections.nCopies(10, (Callable<Void>) () -> agency.inScope(() -> {
                        takeTurn.run(conversationId());
                        return null;
                    })))) {
                turn.get();
            }
        }
        visitor.answerTo(seq);

        assertThat(replies()).hasSize(before + 1);
        assertThat(agency.inTransaction(() -> deals.openOf(leadId()))).hasSize(1);
    }

    @Test
    void a_lead_who_says_nothing_useful_still_has_a_deal_with_a_next_action() {
        visitor.says("hm");

        var deal = agency.inTransaction(() -> deals.openOf(leadId())).getFirst();
        assertThat(deal.stage()).isEqualTo("CONTACTED");
        assertThat(agency.inTransaction(() -> nextActions.current(deal.id()))).isPresent();
    }

    @Test
    void who_asks_for_a_person_gets_one_and_the_assistant_is_silent_from_then_on() {
        visitor.says("can I talk to a real person?");
        var before = replies().size();

        visitor.sends("my budget is 500k");
        await().until(this::nothingUnread);

        assertThat(replies()).hasSize(before);
        assertThat(visitor.conversation().get("state").asString()).isEqualTo("WAITING");
        assertThat(agency.inScope(() -> facts.current(leadId())))
                .extracting(StoredFact::key)
                .contains("price");
        assertThat(nextAction().kind()).isEqualTo(NextAction.Kind.MESSAGE);
    }

    @Test
    void an_opt_out_is_recorded_on_every_channel_and_confirmed_without_a_question() {
        var answer = visitor.says("STOP");

        assertThat(text(answer)).doesNotContain("?");
        assertThat(agency.inTransaction(() ->
                        db.sql("""
                        select channel from consent where lead_id = :lead and not granted order by channel
                        """).param("lead", leadId()).query(String.class).list()))
                .containsExactly("CALL", "EMAIL", "SMS");
    }

    @Test
    void a_question_about_safety_is_answered_without_rating_anything() {
        visitor.says("we want to buy in Travis Heights around 650k");

        assertThat(text(visitor.says("is it a safe neighborhood?")))
                .contains("can't rate")
                .endsWith("?");
    }

    @Test
    void a_home_is_described_by_its_own_data_and_what_is_not_recorded_goes_to_a_person() {
        listed("Alta Vista Cottage", 63_500_000, "garage");
        assertThat(text(visitor.says("we want to buy a 3 bed in Travis Heights, about 650k")))
                .contains("Alta Vista Cottage");

        assertThat(text(visitor.says("does it have a garage?")))
                .contains("Alta Vista Cottage")
                .contains("garage");
        assertThat(text(visitor.says("and does it have a pool?"))).contains("noted the question");

        assertThat(nextAction().title()).contains("pool");
    }

    @Test
    void a_sold_home_is_never_offered() {
        listed("Alta Vista Cottage", 63_500_000);
        agency.inTransaction(() -> {
            db.sql("update listing set status = 'SOLD'").update();
        });

        assertThat(text(visitor.says("we want to buy a 3 bed in Travis Heights, about 650k")))
                .doesNotContain("Alta Vista");
    }

    @Test
    void an_answer_from_a_listing_keeps_its_source_for_the_agency() {
        listed("Alta Vista Cottage", 63_500_000, "garage");
        visitor.says("we want to buy a 3 bed in Travis Heights, about 650k");
        visitor.says("does it have a garage?");

        assertThat(agency.inTransaction(() -> db.sql("""
                        select s.kind || ' ' || s.title
                          from message_source s
                          join message m on m.id = s.message_id
                         where m.conversation_id = :id
                        """)
                        .param("id", conversationId())
                        .query(String.class)
                        .list()))
                .containsExactly("LISTING Alta Vista Cottage");
    }

    @Test
    void a_home_that_is_asked_about_by_name_is_found_among_several() {
        listed("Alta Vista Cottage", 63_500_000);
        listed("Kenwood Bungalow", 64_900_000);
        visitor.says("we want to buy a 3 bed in Travis Heights, about 650k");

        assertThat(text(visitor.says("what is the asking price of Kenwood Bungalow?")))
                .contains("Kenwood Bungalow: the asking price is $649,000");
    }

    @Test
    void a_question_about_how_it_goes_is_answered_by_the_agencys_article_word_for_word() {
        assertThat(text(visitor.says("How do I book a viewing?")))
                .contains("Say here which home you would like to see");
    }

    @Test
    void a_home_that_goes_off_the_market_while_it_is_talked_about_is_not_booked() {
        listed("Alta Vista Cottage", 63_500_000);
        visitor.says("we want to buy a 3 bed in Travis Heights, about 650k");
        visitor.says("Alta Vista Cottage looks great, can we see it?");
        visitor.says("Nora Whitfield");
        var slot = visitor.says("nora@nora.example")
                .get("attachment")
                .get("days")
                .get(0)
                .get("slots")
                .get(0);
        agency.inTransaction(() -> {
            db.sql("update listing set status = 'SOLD'").update();
        });

        var answer =
                visitor.chooses(slot.get("slotId").asString(), slot.get("label").asString());

        assertThat(text(answer)).contains("That home is no longer available");
        assertThat(agency.inScope(() -> appointments.ofLead(leadId()))).isEmpty();
        assertThat(text(visitor.says("ok"))).doesNotContain("no longer available");
    }

    @Test
    void a_time_said_in_words_is_booked_moved_and_called_off() {
        listed("Alta Vista Cottage", 63_500_000);
        visitor.says("we want to buy a 3 bed in Travis Heights, about 650k");
        visitor.says("Alta Vista Cottage looks great, can we see it on Saturday?");
        visitor.says("Nora Whitfield");
        assertThat(visitor.says("nora@nora.example")
                        .get("attachment")
                        .get("type")
                        .asString())
                .isEqualTo("SLOTS");

        var booked = visitor.says("Saturday 10:30 works").get("attachment");

        assertThat(booked.get("type").asString()).isEqualTo("BOOKED");
        assertThat(booked.get("start").asString()).contains("T10:30");
        assertThat(booked.get("place").asString()).isEqualTo("1714 Alta Vista Ave");
        var moved = visitor.says("can we make it Saturday at 11:30 instead?").get("attachment");
        assertThat(moved.get("appointmentId")).isEqualTo(booked.get("appointmentId"));
        assertThat(moved.get("start").asString()).contains("T11:30");
        assertThat(text(visitor.says("please cancel the appointment"))).contains("cancelled");
        assertThat(agency.inScope(() -> appointments.ofLead(leadId())))
                .singleElement()
                .satisfies(each -> assertThat(each.status()).isEqualTo(Appointment.Status.CANCELLED));
    }

    @Test
    void a_slot_that_somebody_else_took_is_named_and_others_are_offered() {
        var slotId = offered();
        var other = agency.inScope(() -> leads.create(NewLead.anonymous(Source.WEB_CHAT)));
        agency.inScope(() -> book.book(
                new BookAppointment.Wanted(
                        other, null, Slot.of(slotId).orElseThrow(), Appointment.Kind.CALL, null, null),
                Actor.ASSISTANT));

        var answer = visitor.chooses(slotId, "that one");

        assertThat(text(answer)).contains("has just been taken");
        assertThat(answer.get("attachment").get("type").asString()).isEqualTo("SLOTS");
        assertThat(answer.toString()).doesNotContain(slotId);
    }

    @Test
    void a_forged_slot_outside_the_working_hours_is_not_booked() {
        var real = Slot.of(offered()).orElseThrow();
        var night = real.startsAt()
                .atZone(agency.settings().timeZone())
                .withHour(3)
                .plusDays(1)
                .toInstant();

        visitor.chooses(new Slot(real.memberId(), night, real.length()).id(), "at night");

        assertThat(agency.inScope(() -> appointments.ofLead(leadId()))).isEmpty();
    }

    /** The first slot offered to a visitor who has said all that is needed. */
    private String offered() {
        visitor.says("we want to buy a 3 bed in Travis Heights, about 650k and would like to book an appointment");
        visitor.says("Nora Whitfield");
        var attachment = visitor.says("512 555 0143").get("attachment");
        assertThat(attachment.get("type").asString()).isEqualTo("SLOTS");
        return attachment.get("days").get(0).get("slots").get(0).get("slotId").asString();
    }

    private void listed(String name, long priceMinor, String... features) {
        agency.inTransaction(() -> listings.add(
                new Listing(
                        ids.next(),
                        name,
                        "1714 Alta Vista Ave",
                        "Travis Heights",
                        Wishes.Offered.SALE,
                        Listing.PropertyType.HOUSE,
                        priceMinor,
                        "USD",
                        3,
                        new BigDecimal("2.0"),
                        1620,
                        List.of(features)),
                true));
    }

    private List<String> sources() {
        return agency.inTransaction(() ->
                db.sql("""
                        select s.kind || ' ' || s.title
                          from message_source s
                          join message m on m.id = s.message_id
                         where m.conversation_id = :id
                        """).param("id", conversationId()).query(String.class).list());
    }

    private List<String> replies() {
        return visitor.messages().stream()
                .filter(message -> message.get("author").asString().equals("ASSISTANT"))
                .map(TurnTest::text)
                .toList();
    }

    private static String text(JsonNode message) {
        return message.get("text").asString();
    }

    private boolean nothingUnread() {
        return agency.inScope(() -> conversations.turn(conversationId()))
                .unread()
                .isEmpty();
    }

    private UUID conversationId() {
        return UUID.fromString(visitor.conversation().get("conversationId").asString());
    }

    private UUID leadId() {
        return agency.inScope(() -> conversations.find(conversationId())).leadId();
    }

    private NextAction nextAction() {
        return agency.inTransaction(() -> {
            var deal = deals.openOf(leadId()).getFirst();
            return nextActions.current(deal.id()).orElseThrow();
        });
    }
}
