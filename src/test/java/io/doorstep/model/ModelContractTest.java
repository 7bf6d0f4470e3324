package io.doorstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.model.ModelTestServer.Behaviour;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The adapter over the wire format that {@link ModelTestServerTest} holds the stub to. No call may outlive its deadline, hence the time-out. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ModelContractTest {

    private static final Prompt PROMPT = new Prompt("contract", 1, "Say what the draft says.");

    private final ModelTestServer server = ModelTestServer.start();
    private final List<String> heard = new ArrayList<>();
    private Transport transport = new Transport(new Recordings(""));

    @AfterEach
    void stop() {
        transport.destroy();
        server.close();
    }

    @Test
    void an_answer_comes_with_who_gave_it_and_what_it_took() {
        var reply = call(false);

        assertThat(reply)
                .isEqualTo(
                        new CallModel.Reply.Said("Hello there. You too.", new Receipt(Wire.PROVIDER, 600, 40, 400L)));
    }

    @Test
    void a_streamed_answer_is_the_same_and_comes_in_pieces() {
        var reply = call(true);

        assertThat(reply)
                .isEqualTo(
                        new CallModel.Reply.Said("Hello there. You too.", new Receipt(Wire.PROVIDER, 600, 40, 400L)));
        assertThat(heard).hasSizeGreaterThan(2);
        assertThat(String.join("", heard)).isEqualTo("Hello there. You too.");
    }

    @Test
    void a_request_says_who_asks_and_wants_no_invention() {
        call(false);

        var asked = server.asked().getFirst();
        assertThat(asked.headers())
                .containsEntry("authorization", "Bearer sk-test")
                .containsKey("x-title");
        assertThat(asked.body().get("temperature").asDouble()).isZero();
        assertThat(asked.body().get("max_tokens").asInt()).isPositive();
        assertThat(asked.model()).isEqualTo("some/model");
    }

    @Test
    void the_schema_goes_along_strictly() {
        callModel()
                .call(
                        new CallModel.Request(PROMPT, content(), JsonShape.of("understanding", Proposals.class), null),
                        "some/model",
                        "sk-test",
                        deadline());

        var format = server.asked().getFirst().body().get("response_format");
        assertThat(format.at("/json_schema/strict").asBoolean()).isTrue();
        assertThat(format.at("/json_schema/schema/properties/beds/anyOf/0/properties/quote/type")
                        .asString())
                .isEqualTo("string");
        assertThat(format.at("/json_schema/schema/additionalProperties").asBoolean(true))
                .isFalse();
    }

    @Test
    void a_price_that_nobody_names_is_unknown_and_not_nothing() {
        server.answers((request, wire) -> wire.costing(-1).says(request, "Hello."));

        assertThat(call(false).receipt().costMicros()).isNull();
        assertThat(call(true).receipt().costMicros()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED,KEY_REFUSED",
        "OUT_OF_CREDIT,OUT_OF_CREDIT",
        "NO_SUCH_MODEL,MODEL_REFUSED",
        "UPSTREAM_TIMEOUT,PROVIDER_ERROR",
        "RATE_LIMITED,RATE_LIMITED",
        "SERVER_ERROR,PROVIDER_ERROR",
        "BAD_GATEWAY,PROVIDER_ERROR",
        "UNAVAILABLE,PROVIDER_ERROR",
        "ERROR_IN_OK,PROVIDER_ERROR",
        "REDIRECT,PROVIDER_ERROR",
        "BROKEN_ENVELOPE,UNREADABLE",
        "EMPTY,UNREADABLE",
        "HALF_STREAM,BROKEN",
        "MIDSTREAM_ERROR,PROVIDER_ERROR",
        "SLOW_DRIP,TIMED_OUT",
        "SILENCE,TIMED_OUT",
        "HUGE_BODY,UNREADABLE",
        "RESET,BROKEN"
    })
    void each_fault_has_its_name_whole_or_streamed(Fault fault, Outcome outcome) {
        server.answers(fault);

        assertThat(outcomeOf(call(true))).as("streamed").isEqualTo(outcome);
        if (fault != Fault.MIDSTREAM_ERROR) {
            assertThat(outcomeOf(call(false))).as("whole").isEqualTo(outcome);
        }
    }

    @Test
    void who_refuses_does_not_charge_and_who_breaks_off_may_have() {
        server.answers(Fault.SERVER_ERROR, Fault.RESET);

        assertThat(call(false).receipt().costMicros()).isZero();
        assertThat(call(false).receipt().costMicros()).isNull();
    }

    @Test
    void the_time_that_a_provider_asks_for_is_heard() {
        server.answers(Fault.RATE_LIMITED);

        assertThat(((CallModel.Reply.Failed) call(false)).failure().retryAfter())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void nobody_there_costs_nothing() {
        server.close();

        var reply = call(false);

        assertThat(outcomeOf(reply)).isEqualTo(Outcome.BROKEN);
        assertThat(reply.receipt().costMicros()).isZero();
    }

    @Test
    void a_recorded_call_is_answered_without_the_provider(@TempDir Path directory) {
        transport = new Transport(new Recordings(directory.toString()));
        var first = call(true);
        server.answers(Fault.SERVER_ERROR);
        heard.clear();

        assertThat(call(true)).isEqualTo(first);
        assertThat(heard).hasSizeGreaterThan(2);
        assertThat(server.asked()).hasSize(1);
        assertThat(directory).isDirectoryContaining(file -> Files.isRegularFile(file));
        assertThat(outcomeOf(call(false))).as("another request").isEqualTo(Outcome.PROVIDER_ERROR);
    }

    @Test
    void a_failure_is_not_recorded(@TempDir Path directory) {
        transport = new Transport(new Recordings(directory.toString()));
        server.answers(Fault.HALF_STREAM, Behaviour.SAYS_NOTHING_NEW);

        assertThat(outcomeOf(call(true))).isEqualTo(Outcome.BROKEN);

        assertThat(call(true)).isInstanceOf(CallModel.Reply.Said.class);
    }

    private CallModel.Reply call(boolean streamed) {
        return callModel()
                .call(
                        new CallModel.Request(PROMPT, content(), null, streamed ? heard::add : null),
                        "some/model",
                        "sk-test",
                        deadline());
    }

    private CallModel callModel() {
        var provider = new Provider(
                URI.create(server.baseUrl().toString()), "", List.of(), Duration.ofSeconds(6), Duration.ofSeconds(4));
        return new CallModel(provider, transport, new JsonMapper());
    }

    private static String content() {
        return "{\"draft\":\"Hello there. You too.\"}";
    }

    /** Short for what never ends, long for what a busy machine takes. */
    private static long deadline() {
        return System.nanoTime() + Duration.ofSeconds(3).toNanos();
    }

    private static Outcome outcomeOf(CallModel.Reply reply) {
        return reply instanceof CallModel.Reply.Failed failed ? failed.failure().outcome() : Outcome.ANSWERED;
    }
}
