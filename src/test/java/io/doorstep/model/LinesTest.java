package io.doorstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.Secret;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinesTest {

    private final Lines lines = new Lines(new Secret("a secret for tests only, of enough length"));

    @Test
    void a_provider_that_keeps_failing_is_left_alone_for_a_while() {
        IntStream.range(0, 5).forEach(_ -> call("sk-failing", Outcome.TIMED_OUT, null));

        assertThat(lines.with("sk-failing").mayCall()).isFalse();
    }

    @Test
    void one_agencys_empty_account_closes_no_others_line() {
        IntStream.range(0, 5).forEach(_ -> call("sk-empty", Outcome.OUT_OF_CREDIT, null));

        assertThat(lines.with("sk-other").mayCall()).isTrue();
    }

    @Test
    void bad_answers_do_not_mean_that_the_provider_is_down() {
        IntStream.range(0, 20).forEach(_ -> call("sk-babbling", Outcome.UNREADABLE, null));

        assertThat(lines.with("sk-babbling").mayCall()).isTrue();
    }

    @Test
    void a_model_that_asked_for_a_pause_gets_it_and_the_others_go_on() {
        call("sk-limited", Outcome.RATE_LIMITED, Duration.ofMinutes(1));

        assertThat(lines.with("sk-limited").isQuiet("some/model")).isTrue();
        assertThat(lines.with("sk-limited").isQuiet("other/model")).isFalse();
    }

    private void call(String key, Outcome outcome, @Nullable Duration retryAfter) {
        var line = lines.with(key);
        if (line.mayCall()) line.ended("some/model", outcome, retryAfter, 1_000_000);
    }
}
