package io.doorstep.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.conversation.Author;
import io.doorstep.conversation.ConversationState;
import io.doorstep.model.Answers;
import io.doorstep.model.Fault;
import io.doorstep.model.ModelTestServer.Asked;
import io.doorstep.model.ModelTestServer.Behaviour;
import io.doorstep.model.WithModelServer;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The reply is shown while it is worded, sentence by sentence; what is said in the end is what was stored. */
class DraftStreamTest extends WithModelServer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    ChatStreams streams;

    TestAgency agency;
    String visitor;
    Thread stream;
    final List<String> seen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void aStream() {
        agency = agencies.fresh();
        switchOn(agency);
        visitor = UUID.randomUUID().toString().replace("-", "");
        stream = Thread.ofVirtual().start(() -> {
            try {
                streams.serve(agency.tenant(), Visitor.ofKey(visitor), 0, new Seen());
            } catch (Exception closed) {
                // the test is over
            }
        });
    }

    @AfterEach
    void hangUp() {
        stream.interrupt();
    }

    @Test
    void a_sentence_is_shown_before_the_next_one_is_there_and_gives_way_to_the_message() throws Exception {
        var shown = new CountDownLatch(1);
        server.answers((request, wire) -> {
            if (request.wants().equals(Asked.UNDERSTANDING)) {
                wire.says(request, Answers.nothing());
                return;
            }
            wire.saysInTwo(request, "Thank you. " + request.draft(), () -> shown.await(2, TimeUnit.SECONDS));
        });

        says("we want to buy a 3 bed in Travis Heights, about 650k");
        await().atMost(PATIENCE).until(() -> seen.contains("draft Thank you."));
        shown.countDown();

        await().atMost(PATIENCE)
                .until(() -> seen.stream().anyMatch(each -> each.startsWith("ASSISTANT Thank you. Looking")));
    }

    @Test
    void a_sentence_that_may_not_be_said_is_never_shown() throws Exception {
        server.answers(Fault.LIES);

        says("we want to buy a 3 bed in Travis Heights, about 650k");

        await().atMost(PATIENCE)
                .until(() -> seen.stream().anyMatch(each -> each.startsWith("ASSISTANT Looking to buy")));
        assertThat(seen).noneMatch(each -> each.contains("real person") || each.contains("evil"));
    }

    @Test
    void what_was_shown_gives_way_to_other_words_where_the_rest_may_not_be_said() throws Exception {
        server.answers(
                Behaviour.SAYS_NOTHING_NEW,
                (request, wire) ->
                        wire.saysInTwo(request, "Thank you. It costs $1.", () -> awaitSeen("draft Thank you.")));

        says("we want to buy a 3 bed in Travis Heights, about 650k");

        await().atMost(PATIENCE)
                .until(() -> seen.stream().anyMatch(each -> each.startsWith("ASSISTANT Looking to buy")));
        assertThat(seen).contains("draft Thank you.").noneMatch(each -> each.contains("$1."));
    }

    @Test
    void the_draft_of_a_turn_that_is_overtaken_vanishes() throws Exception {
        server.answers(
                Behaviour.SAYS_NOTHING_NEW,
                (request, wire) -> wire.saysInTwo(request, "Thank you. " + request.draft(), () -> {
                    awaitSeen("draft Thank you.");
                    says("make that 4 beds");
                }),
                (request, wire) -> {
                    awaitSeen("draft ");
                    wire.says(request, Answers.nothing());
                },
                Behaviour.SAYS_NOTHING_NEW);

        says("we want to buy a 3 bed in Travis Heights, about 650k");

        await().atMost(PATIENCE)
                .until(() -> seen.stream().anyMatch(each -> each.startsWith("ASSISTANT") && each.contains("4 bed")));
        assertThat(seen).contains("draft ").noneMatch(each -> each.startsWith("ASSISTANT Thank you."));
    }

    private void awaitSeen(String what) {
        await().atMost(Duration.ofSeconds(1)).until(() -> seen.contains(what));
    }

    private void says(String words) throws Exception {
        var answer = http.perform(MockMvcRequestBuilders.post("/public/chat/{site}/messages", agency.siteKey())
                        .header("X-Visitor-Key", visitor)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"clientId\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), words)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(202);
        streams.began(Visitor.ofKey(visitor));
    }

    private final class Seen implements ChatStreams.Wire {

        @Override
        public void begin() {}

        @Override
        public void message(ChatMessage message) {
            if (message.author() != Author.LEAD) seen.add(message.author() + " " + message.text());
        }

        @Override
        public void state(ConversationState state) {}

        @Override
        public void draft(String words) {
            seen.add("draft " + words);
        }

        @Override
        public void heartbeat() {}
    }
}
