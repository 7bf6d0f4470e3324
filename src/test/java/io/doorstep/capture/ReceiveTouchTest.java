package io.doorstep.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.conversation.InboundMessage;
import io.doorstep.conversation.VisitorAction;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.platform.Refused;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
@Import(ReceiveTouchTest.Crash.class)
class ReceiveTouchTest {

    private static final String CRASH = "the power fails after this";

    @Autowired
    ReceiveTouch receiveTouch;

    @Autowired
    ReceiveForm receiveForm;

    @Autowired
    EnterLead enterLead;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    TestAgency agency;

    @BeforeEach
    void anAgency() {
        agency = agencies.fresh();
    }

    @Test
    void a_first_message_makes_touch_lead_greeting_message_and_turn_together() {
        var receipt = send(visitor("a"), UUID.randomUUID(), "hi, 3 bed near the park");

        assertThat(receipt.seq()).isEqualTo(2);
        assertThat(receipt.duplicate()).isFalse();
        assertThat(text("select outcome from touch")).containsExactly("NEW_LEAD");
        assertThat(text("select author || ': ' || body from message where seq <= 2 order by seq"))
                .satisfiesExactly(
                        greeting ->
                                assertThat(greeting).startsWith("ASSISTANT: Hi").contains("automated assistant"),
                        message -> assertThat(message).isEqualTo("LEAD: hi, 3 bed near the park"));
        assertThat(count("select count(*) from lead where last_inbound_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void fifty_sends_of_one_client_id_at_once_are_one_message_and_fifty_equal_answers() throws Exception {
        var visitor = visitor("b");
        var clientId = UUID.randomUUID();

        var receipts = atOnce(50, () -> send(visitor, clientId, "hello"));

        assertThat(receipts).extracting(Receipt::duplicate).containsOnlyOnce(false);
        assertThat(receipts)
                .map(receipt -> new Receipt(receipt.touchId(), receipt.conversationId(), receipt.seq(), true))
                .containsOnly(new Receipt(
                        receipts.getFirst().touchId(),
                        receipts.getFirst().conversationId(),
                        receipts.getFirst().seq(),
                        true));
        assertThat(count("select count(*) from message where author = 'LEAD'")).isEqualTo(1);
        assertThat(count("select count(*) from touch")).isEqualTo(1);
        assertThat(count("select count(*) from lead")).isEqualTo(1);
    }

    @Test
    void twenty_first_messages_of_one_visitor_at_once_make_one_lead_and_one_conversation_in_order() throws Exception {
        var visitor = visitor("c");

        var receipts = atOnce(20, () -> send(visitor, UUID.randomUUID(), "hello"));

        assertThat(receipts)
                .extracting(Receipt::conversationId)
                .containsOnly(receipts.getFirst().conversationId());
        assertThat(count("select count(*) from lead")).isEqualTo(1);
        assertThat(count("select count(*) from conversation")).isEqualTo(1);
        assertThat(count("select count(*) from touch where outcome = 'NEW_LEAD'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from touch where outcome = 'MERGED'")).isEqualTo(19);
        var seqs = agency.inTransaction(() ->
                db.sql("select seq from message order by seq").query(Long.class).list());
        assertThat(seqs)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, seqs.size()).boxed().toList());
    }

    @Test
    void two_visitors_may_use_the_same_client_id() {
        var clientId = UUID.randomUUID();

        var one = send(visitor("d"), clientId, "mine");
        var other = send(visitor("e"), clientId, "also mine");

        assertThat(other.duplicate()).isFalse();
        assertThat(other.conversationId()).isNotEqualTo(one.conversationId());
    }

    @Test
    void when_the_transaction_fails_after_the_touch_nothing_of_it_is_left_and_the_same_send_works_later() {
        var visitor = visitor("f");
        var clientId = UUID.randomUUID();

        assertThatThrownBy(() -> send(visitor, clientId, CRASH)).isInstanceOf(PowerFailure.class);
        for (var table : List.of("touch", "lead", "conversation", "message", "scheduled_tasks")) {
            assertThat(count("select count(*) from " + table)).as(table).isZero();
        }

        assertThat(send(visitor, clientId, "again").duplicate()).isFalse();
    }

    @Test
    void a_message_that_was_acknowledged_has_its_turn_in_the_queue_before_any_code_runs_on() {
        var visitor = visitor("g");

        var turns = agency.inTransaction(() -> {
            receiveTouch.fromChat(touch(visitor, UUID.randomUUID(), "hello", null, false));
            return db.sql("select task_name from scheduled_tasks")
                    .query(String.class)
                    .list();
        });

        assertThat(turns).contains("take-turn");
    }

    @Test
    void a_filled_honeypot_is_kept_as_rejected_and_answered_like_any_other() {
        var visitor = visitor("h");
        var clientId = UUID.randomUUID();

        var first = agency.inScope(() -> receiveTouch.fromChat(touch(visitor, clientId, "buy pills", null, true)));
        var again = agency.inScope(() -> receiveTouch.fromChat(touch(visitor, clientId, "buy pills", null, true)));

        assertThat(first.seq()).isEqualTo(2);
        assertThat(again).isEqualTo(new Receipt(first.touchId(), first.conversationId(), 2, true));
        assertThat(text("select outcome || ' ' || rejection from touch")).containsExactly("REJECTED honeypot");
        assertThat(count("select count(*) from lead")).isZero();
    }

    @Test
    void a_full_conversation_takes_no_more_and_still_knows_what_it_has() {
        var visitor = visitor("i");
        var clientId = UUID.randomUUID();
        var first = send(visitor, clientId, "hello");
        agency.inTransaction(
                () -> db.sql("update conversation set inbound_count = 200").update());

        assertThatThrownBy(() -> send(visitor, UUID.randomUUID(), "one more"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("conversation-full"));

        assertThat(send(visitor, clientId, "hello").touchId()).isEqualTo(first.touchId());
        assertThat(count("select count(*) from touch")).isEqualTo(1);
    }

    @Test
    void an_agreed_box_is_kept_with_its_words_and_where_it_was() {
        var consent = new VisitorAction.Consent(ConsentChannel.SMS, true, 1);

        agency.inScope(
                () -> receiveTouch.fromChat(touch(visitor("j"), UUID.randomUUID(), "Yes, text me", consent, false)));

        assertThat(text("select channel || ' ' || granted || ' ' || page || ' ' || ip || ' ' || source from consent"))
                .containsExactly("SMS true /homes 203.0.113.9 WIDGET");
        assertThat(text("select wording from consent").getFirst())
                .startsWith(agency.settings().name())
                .contains("STOP");
    }

    @Test
    void words_that_were_never_shown_cant_be_agreed_to() {
        var consent = new VisitorAction.Consent(ConsentChannel.SMS, true, 99);

        assertThatThrownBy(() -> agency.inScope(
                        () -> receiveTouch.fromChat(touch(visitor("k"), UUID.randomUUID(), "Yes", consent, false))))
                .isInstanceOf(Refused.class);
        assertThat(count("select count(*) from touch")).isZero();
    }

    @Test
    void a_form_makes_a_lead_with_addresses_and_consent_once() throws Exception {
        atOnce(10, () -> {
            agency.inScope(() -> {
                receiveForm.receive(form("key-1", "Nora@Example.com", "512 555 0148"));
                return true;
            });
            return true;
        });

        assertThat(text("select outcome from touch")).containsExactly("NEW_LEAD");
        assertThat(text("select name from lead")).containsExactly("Nora Whitfield");
        assertThat(text("select value from contact_point order by value"))
                .containsExactly("+15125550148", "nora@example.com");
        assertThat(text("select contact from consent")).containsExactly("nora@example.com");
        assertThat(count("select count(*) from message")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void a_form_with_a_known_address_is_merged_into_its_lead() throws Exception {
        var keys = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            var key = "form-" + i;
            keys.add(() -> agency.inScope(() -> {
                receiveForm.receive(form(key, "nora@example.com", null));
                return true;
            }));
        }

        atOnce(keys);

        assertThat(count("select count(*) from lead")).isEqualTo(1);
        assertThat(count("select count(*) from touch where outcome = 'NEW_LEAD'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from touch where outcome = 'MERGED'")).isEqualTo(7);
    }

    @Test
    void a_form_without_a_usable_address_names_the_fields() {
        assertThatThrownBy(() -> agency.inScope(() -> {
                    receiveForm.receive(form("key-2", "nope", "12"));
                    return true;
                }))
                .hasMessageContaining("invalid");
        assertThat(count("select count(*) from touch")).isZero();
    }

    @Test
    void a_lead_entered_by_hand_is_a_touch_and_its_key_makes_it_once() {
        var entry = new EnterLead.Entry("Maya Castellanos", "maya@example.com", null);

        var first = agency.inScope(() -> enterLead.enter("key", "{}", entry));
        var again = agency.inScope(() -> enterLead.enter("key", "{}", entry));

        assertThat(first.created()).isTrue();
        assertThat(again).isEqualTo(new EnterLead.Entered(first.leadId(), false));
        assertThatThrownBy(() -> agency.inScope(() -> enterLead.enter("other", "{}", entry)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("lead-exists"));
        assertThat(count("select count(*) from lead")).isEqualTo(1);
    }

    @Test
    void every_touch_is_accounted_for() throws Exception {
        var visitor = visitor("l");
        atOnce(5, () -> send(visitor, UUID.randomUUID(), "hello"));
        agency.inScope(() -> receiveTouch.fromChat(touch(visitor("m"), UUID.randomUUID(), "spam", null, true)));

        assertThat(count("select count(*) from touch where outcome = 'RECEIVED'"))
                .isZero();
        assertThat(count("select count(*) from touch where outcome = 'NEW_LEAD'"))
                .isEqualTo(count("select count(*) from lead"));
        assertThat(count("select count(*) from touch where outcome in ('NEW_LEAD', 'MERGED')"))
                .isEqualTo(count("select count(*) from message where author = 'LEAD'"));
    }

    private Receipt send(Visitor visitor, UUID clientId, String text) {
        return agency.inScope(() -> receiveTouch.fromChat(touch(visitor, clientId, text, null, false)));
    }

    private static ChatTouch touch(
            Visitor visitor, UUID clientId, String text, @Nullable VisitorAction action, boolean trapped) {
        return new ChatTouch(
                visitor,
                clientId,
                "{\"text\": \"as sent\"}",
                text,
                action,
                trapped,
                null,
                new Sender("/homes", "203.0.113.9", "Browser"));
    }

    private static FormTouch form(String key, @Nullable String email, @Nullable String phone) {
        return new FormTouch(
                key,
                "name=Nora",
                "Nora Whitfield",
                email,
                phone,
                "I want to buy.",
                Set.of(ConsentChannel.EMAIL),
                false,
                false,
                null,
                new Sender("/c/agency", null, null));
    }

    private static Visitor visitor(String letter) {
        return Visitor.ofKey(letter.repeat(22));
    }

    private List<String> text(String sql) {
        return agency.inTransaction(() -> db.sql(sql).query(String.class).list());
    }

    private long count(String sql) {
        return agency.inTransaction(() -> db.sql(sql).query(Long.class).single());
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        return atOnce(java.util.Collections.nCopies(times, call));
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    static final class PowerFailure extends RuntimeException {}

    /** Fails inside the transaction, after everything was written. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Crash {

        @Autowired
        JdbcClient db;

        @EventListener
        void fail(InboundMessage message) {
            var body = db.sql("select body from message where conversation_id = :id and seq = :seq")
                    .param("id", message.conversationId())
                    .param("seq", message.seq())
                    .query(String.class)
                    .single();
            if (body.equals(CRASH)) {
                throw new PowerFailure();
            }
        }
    }
}
