package io.doorstep.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Role;
import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refused;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import io.doorstep.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of a thread. The turns that it schedules are taken back in the same transaction, so that no assistant joins in. */
@DoorstepTest
class ConversationsTest {

    @Autowired
    Conversations conversations;

    @Autowired
    Handover handover;

    @Autowired
    Leads leads;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    @Autowired
    Ids ids;

    TestAgency agency;
    UUID lead;
    UUID conversation;

    @BeforeEach
    void aConversation() {
        agency = agencies.fresh();
        lead = agency.inScope(() -> leads.create(NewLead.anonymous(Source.WEB_CHAT)));
        conversation = agency.inScope(() -> conversations.open(
                new NewConversation(lead, Channel.WEB_CHAT, null, null, "Hi, I'm an automated assistant.")));
    }

    @Test
    void a_conversation_begins_with_its_greeting() {
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.seq()).isEqualTo(1);
            assertThat(message.author()).isEqualTo(Author.ASSISTANT);
        });
    }

    @Test
    void places_have_no_gap_and_no_double_when_sixty_messages_come_at_once() throws Exception {
        var writers = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 60; i++) {
            writers.add(() -> receive("message"));
        }

        var seqs = atOnce(writers);

        assertThat(seqs)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, 61).boxed().toList());
        assertThat(messages())
                .extracting(Message::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 61).boxed().toList());
    }

    /** The clock is finer than the database: of a hundred lone messages none waits for the rest of a burst. */
    @Test
    void a_lone_message_has_its_turn_at_once() {
        for (int i = 0; i < 100; i++) {
            assertThat(waitsForMore("message " + i)).isFalse();
            reply(turn(), "answer " + i);
        }
    }

    @Test
    void a_second_message_before_the_answer_waits_for_the_rest_of_the_burst() {
        assertThat(waitsForMore("a 3 bed")).isFalse();
        assertThat(waitsForMore("in Zilker")).isTrue();
    }

    /** Whether the turn of this message is due so much later than the message came. */
    private boolean waitsForMore(String text) {
        return agency.inTransaction(() -> {
            take(text);
            var waits = db.sql("""
                    select bool_or(t.execution_time > c.last_message_at + interval '1 second')
                      from scheduled_tasks t, conversation c
                     where c.id = :conversation
                       and t.task_name = 'take-turn'
                    """)
                    .param("conversation", conversation)
                    .query(Boolean.class)
                    .single();
            noTurn();
            return waits;
        });
    }

    @Test
    void a_reply_moves_the_watermark_past_itself_and_remembers() {
        receive("a 3 bed in Zilker");
        var turn = turn();
        assertThat(turn.unread()).extracting(Message::body).containsExactly("a 3 bed in Zilker");
        assertThat(turn.lastSaid()).isNull();

        var outcome = reply(turn, "For how much?");

        assertThat(outcome).isEqualTo(new ReplyOutcome.Sent(3));
        var next = turn();
        assertThat(next.unread()).isEmpty();
        assertThat(next.watermark()).isEqualTo(3);
        assertThat(next.lastSaid()).isEqualTo("For how much?");
        assertThat(next.memory()).isEqualTo(Map.of("asked", "price"));
    }

    @Test
    void a_message_that_comes_meanwhile_supersedes_the_reply() {
        receive("a 3 bed");
        var turn = turn();
        receive("no, 4");

        assertThat(reply(turn, "3 bed, noted")).isInstanceOf(ReplyOutcome.Superseded.class);

        assertThat(turn().unread()).extracting(Message::body).containsExactly("a 3 bed", "no, 4");
        assertThat(messages()).extracting(Message::author).doesNotContainSequence(Author.LEAD, Author.ASSISTANT);
    }

    @Test
    void of_ten_turns_that_read_the_same_one_speaks() throws Exception {
        receive("hello");
        var turns = new ArrayList<Turn>();
        for (int i = 0; i < 10; i++) {
            turns.add(turn());
        }

        var outcomes = atOnce(turns.stream()
                .map(turn -> (Callable<ReplyOutcome>) () -> reply(turn, "Hi"))
                .toList());

        assertThat(outcomes).filteredOn(ReplyOutcome.Sent.class::isInstance).hasSize(1);
        assertThat(messages()).hasSize(3);
    }

    @Test
    void the_assistant_is_silent_from_the_moment_a_member_takes_over_until_handed_back() {
        receive("hello");
        var turn = turn();
        takeOver(agency.owner());

        assertThat(reply(turn, "Hi")).isInstanceOf(ReplyOutcome.Silenced.class);
        assertThat(say(agency.owner(), UUID.randomUUID(), "Olive here").author())
                .isEqualTo(Author.MEMBER);
        receive("thanks");
        assertThat(turn().mayReply()).isFalse();
        assertThat(reply(turn(), "Hi")).isInstanceOf(ReplyOutcome.Silenced.class);

        handBack(agency.owner());
        assertThat(reply(turn(), "Hi again")).isInstanceOf(ReplyOutcome.Sent.class);
        assertThat(handovers()).containsExactly("ASSISTANT>MEMBER", "MEMBER>ASSISTANT");
    }

    @Test
    void while_takeovers_and_replies_race_the_assistant_never_speaks_after_the_takeover() throws Exception {
        for (int round = 0; round < 10; round++) {
            receive("hello " + round);
            var turn = turn();

            atOnce(List.<Callable<Object>>of(() -> reply(turn, "Hi"), () -> {
                takeOver(agency.owner());
                return say(agency.owner(), UUID.randomUUID(), "I am here");
            }));

            var authors = messages().stream().map(Message::author).toList();
            assertThat(authors.getLast()).isEqualTo(Author.MEMBER);
            handBack(agency.owner());
        }
    }

    @Test
    void asking_for_a_person_stops_the_assistant_and_starts_the_clock() {
        receive("can I talk to a person?");
        var turn = turn();
        agency.inTransaction(() -> {
            conversations.reply(turn, List.of(Draft.of("Of course.")), Map.of());
            conversations.requestPerson(conversation, "asked for a person");
        });

        var waiting = agency.inScope(() -> conversations.find(conversation));

        assertThat(waiting.state()).isEqualTo(ConversationState.WAITING);
        assertThat(waiting.waitingSince()).isNotNull();
        agency.inTransaction(() -> conversations.requestPerson(conversation, "asked again"));
        assertThat(handovers()).containsExactly("ASSISTANT>WAITING");
    }

    @Test
    void a_member_writes_only_while_holding_the_conversation() {
        assertThatThrownBy(() -> say(agency.owner(), UUID.randomUUID(), "hi"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("assistant-is-talking"));
    }

    @Test
    void what_a_member_sends_twice_is_said_once() throws Exception {
        takeOver(agency.owner());
        var clientId = UUID.randomUUID();
        var sends = new ArrayList<Callable<UUID>>();
        for (int i = 0; i < 20; i++) {
            sends.add(() -> say(agency.owner(), clientId, "On my way").id());
        }

        assertThat(atOnce(sends)).containsOnly(messages().getLast().id());
        assertThat(messages()).hasSize(2);
    }

    @Test
    void an_agent_cant_take_a_conversation_that_a_colleague_holds_but_an_owner_can() {
        var agent = agent("Ana Reyes");
        var other = agent("Marcus Bell");
        takeOver(agent);

        assertThatThrownBy(() -> takeOver(other))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().detail()).startsWith("Ana Reyes is talking"));
        takeOver(agency.owner());

        assertThat(agency.inScope(() -> conversations.find(conversation)).holderId())
                .isEqualTo(agency.owner().memberId());
        assertThat(handovers()).containsExactly("ASSISTANT>MEMBER", "MEMBER>MEMBER");
    }

    @Test
    void a_viewer_only_reads() {
        var viewer = new CurrentMember(
                agency.tenant(), agency.owner().memberId(), agency.owner().userId(), Role.VIEWER);

        assertThatThrownBy(() -> takeOver(viewer)).isInstanceOf(Refused.class);
    }

    @Test
    void attachments_come_back_as_they_were_shown() {
        receive("buy");
        var choices = new Attachment.Choices(List.of("Buy", "Sell"));
        agency.inScope(() -> conversations.reply(turn(), List.of(new Draft("Which?", choices, List.of())), Map.of()));

        assertThat(messages().getLast().attachment()).isEqualTo(choices);
    }

    @Test
    void the_database_refuses_two_holders_no_holder_and_a_message_out_of_place() {
        assertThatThrownBy(() -> agency.inTransaction(() -> {
                    db.sql("update conversation set state = 'MEMBER' where id = :id")
                            .param("id", conversation)
                            .update();
                }))
                .hasMessageContaining("violates check constraint");
        assertThatThrownBy(() -> agency.inTransaction(() -> {
                    db.sql(
                                    "insert into message (id, conversation_id, seq, author, body, created_at) values (:id, :c, 1, 'SYSTEM', 'x', now())")
                            .param("id", ids.next())
                            .param("c", conversation)
                            .update();
                }))
                .hasMessageContaining("duplicate key");
    }

    private long receive(String text) {
        return agency.inTransaction(() -> {
            var seq = take(text);
            noTurn();
            return seq;
        });
    }

    private long take(String text) {
        var touch = ids.next();
        db.sql(
                        "insert into touch (id, source, client_key, raw, received_at) values (:id, 'WEB_CHAT', :key, '{}', now())")
                .param("id", touch)
                .param("key", touch.toString())
                .update();
        return conversations.receive(conversation, lead, new Inbound(touch, text, null, touch.toString()));
    }

    private Turn turn() {
        return agency.inScope(() -> conversations.turn(conversation));
    }

    private ReplyOutcome reply(Turn turn, String words) {
        return agency.inScope(() -> conversations.reply(turn, List.of(Draft.of(words)), Map.of("asked", "price")));
    }

    private void takeOver(CurrentMember member) {
        agency.inTransaction(() -> handover.takeOver(conversation, member));
    }

    private void handBack(CurrentMember member) {
        agency.inTransaction(() -> {
            handover.handBack(conversation, member);
            noTurn();
        });
    }

    private void noTurn() {
        db.sql("delete from scheduled_tasks").update();
    }

    private Message say(CurrentMember member, UUID clientId, String text) {
        return agency.inScope(() -> handover.say(conversation, member, clientId, text));
    }

    private List<Message> messages() {
        return agency.inScope(() -> conversations.messagesAfter(conversation, 0, 500));
    }

    private List<String> handovers() {
        return agency.inTransaction(
                () -> db.sql("""
                        select from_state || '>' || to_state
                          from handover
                         where conversation_id = :id
                         order by id
                        """).param("id", conversation).query(String.class).list());
    }

    private CurrentMember agent(String name) {
        var id = ids.next();
        var user = ids.next();
        JdbcClient.create(TestDatabase.shared().admin())
                .sql("insert into app_user (id, email, name, created_at) values (:id, :email, :name, now())")
                .param("id", user)
                .param("email", user + "@example.com")
                .param("name", name)
                .update();
        agency.inTransaction(() -> {
            db.sql("""
                            insert into member (id, user_id, name, email, role, time_zone, created_at)
                            values (:id, :user, :name, :email, 'AGENT', 'America/Chicago', now())
                            """)
                    .param("id", id)
                    .param("user", user)
                    .param("name", name)
                    .param("email", user + "@example.com")
                    .update();
        });
        return new CurrentMember(agency.tenant(), id, user, Role.AGENT);
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
}
