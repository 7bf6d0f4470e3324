package io.doorstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The stub against the wire format that OpenRouter documents; the adapter meets the same in {@link ModelContractTest}. */
class ModelTestServerTest {

    private final ModelTestServer server = ModelTestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_answer_has_usage_with_its_cost_and_the_provider() throws Exception {
        var body = new JsonMapper().readTree(ask(false).body());

        assertThat(body.at("/choices/0/message/content").asString()).isEqualTo("Hello there.");
        assertThat(body.at("/usage/cost").asDouble()).isPositive();
        assertThat(body.get("provider").asString()).isEqualTo(Wire.PROVIDER);
        assertThat(server.asked().getFirst().headers()).containsEntry("authorization", "Bearer sk-1");
    }

    @Test
    void a_stream_begins_with_a_comment_and_ends_with_usage_and_done() throws Exception {
        var lines = ask(true).body().lines().filter(line -> !line.isEmpty()).toList();

        assertThat(lines.getFirst()).isEqualTo(": OPENROUTER PROCESSING");
        assertThat(lines)
                .element(lines.size() - 2)
                .asString()
                .contains("\"usage\"")
                .contains("\"cost\"");
        assertThat(lines.getLast()).isEqualTo("data: [DONE]");
    }

    @ParameterizedTest
    @CsvSource({"UNAUTHORIZED,401", "OUT_OF_CREDIT,402", "UPSTREAM_TIMEOUT,408", "RATE_LIMITED,429", "UNAVAILABLE,503"})
    void an_error_has_its_status_and_a_body_that_says_it_again(Fault fault, int status) throws Exception {
        server.answers(fault);

        var answer = ask(false);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new JsonMapper().readTree(answer.body()).at("/error/code").asInt())
                .isEqualTo(status);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(fault == Fault.RATE_LIMITED);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "HALF_STREAM", "SILENCE", "SLOW_DRIP"})
    void a_broken_connection_is_one(Fault fault) {
        server.answers(fault);

        assertThatThrownBy(() -> ask(false)).isInstanceOf(Exception.class);
    }

    private HttpResponse<String> ask(boolean stream) throws IOException, InterruptedException {
        var body =
                "{\"model\":\"a/b\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"{\\\"draft\\\":\\\"Hello there.\\\"}\"}]}"
                        .formatted(stream);
        var request = HttpRequest.newBuilder(server.baseUrl().resolve("/api/v1/chat/completions"))
                .header("Authorization", "Bearer sk-1")
                .timeout(Duration.ofSeconds(1))
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.sendAsync(request, BodyHandlers.ofString());
            try {
                return answer.orTimeout(2, java.util.concurrent.TimeUnit.SECONDS)
                        .join();
            } finally {
                client.shutdownNow();
            }
        }
    }
}
