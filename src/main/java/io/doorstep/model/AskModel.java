package io.doorstep.model;

import io.doorstep.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the agency's models in their order until one gives a usable answer, the turn's time is up, the budget is used up or the provider is
 * taken to be down. Each call that was made is recorded, whatever came of it.
 */
@Component
class AskModel {

    private static final int ATTEMPTS = 2;
    private static final Duration LEAST_TIME = Duration.ofMillis(250);
    private static final int PAUSE_MILLIS = 80;

    private final CallModel callModel;
    private final Lines lines;
    private final Budget budget;
    private final Provider provider;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator jitter = RandomGenerator.getDefault();

    AskModel(CallModel callModel, Lines lines, Budget budget, Provider provider, Ids ids, Clock clock) {
        this.callModel = callModel;
        this.lines = lines;
        this.budget = budget;
        this.provider = provider;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param read makes the answer's words into what was asked for; empty: they are not it
     * @param unread what a call counts as whose words are not it
     */
    record Question<T>(Purpose purpose, CallModel.Request request, Function<String, Optional<T>> read, Outcome unread) {

        /** Words that were shown can't be begun again. */
        int attempts() {
            return request.heard() == null ? ATTEMPTS : 1;
        }
    }

    private record Tried<T>(Outcome outcome, @Nullable T answer) {}

    <T> Optional<T> ask(Question<T> question, Access access, ModelTurn turn) {
        var line = lines.with(access.key());
        for (var model : access.models()) {
            for (var attempt = 0; attempt < question.attempts(); attempt++) {
                if (attempt > 0) pause();
                if (line.isQuiet(model)) break;
                if (turn.left().compareTo(LEAST_TIME) < 0) return Optional.empty();
                var tried = once(question, model, access, line, turn).orElse(null);
                if (tried == null) return Optional.empty();
                if (tried.answer() != null) return Optional.of(tried.answer());
                var next = tried.outcome().next;
                if (next == Outcome.Next.STOP) return without(turn, tried.outcome());
                if (next == Outcome.Next.OTHER_MODEL) break;
            }
            if (question.request().heard() != null) return Optional.empty();
        }
        turn.giveUp();
        return Optional.empty();
    }

    private static <T> Optional<T> without(ModelTurn turn, Outcome outcome) {
        if (outcome.speaksAgainstProvider()) turn.giveUp();
        return Optional.empty();
    }

    /** Empty when no call may be made. */
    private <T> Optional<Tried<T>> once(
            Question<T> question, String model, Access access, Lines.Line line, ModelTurn turn) {
        var reservation = reserve(access, line).orElse(null);
        if (reservation == null) return Optional.empty();
        var began = System.nanoTime();
        var reply = callModel.call(question.request(), model, access.key(), turn.deadlineIn(provider.attempt()));
        var took = System.nanoTime() - began;
        var tried = judge(question, reply);
        line.ended(model, tried.outcome(), retryAfter(reply), took);
        budget.settle(reservation, record(question, model, turn, reply, tried.outcome(), took));
        return Optional.of(tried);
    }

    private Optional<Budget.Reservation> reserve(Access access, Lines.Line line) {
        if (!line.mayCall()) return Optional.empty();
        var reserved = false;
        try {
            var reservation = budget.reserve(access.budgetMicros());
            reserved = reservation.isPresent();
            return reservation;
        } finally {
            if (!reserved) line.released();
        }
    }

    private static <T> Tried<T> judge(Question<T> question, CallModel.Reply reply) {
        return switch (reply) {
            case CallModel.Reply.Failed failed -> new Tried<>(failed.failure().outcome(), null);
            case CallModel.Reply.Said said ->
                question.read()
                        .apply(said.words())
                        .map(answer -> new Tried<>(Outcome.ANSWERED, answer))
                        .orElseGet(() -> new Tried<>(question.unread(), null));
        };
    }

    private static @Nullable Duration retryAfter(CallModel.Reply reply) {
        return reply instanceof CallModel.Reply.Failed failed ? failed.failure().retryAfter() : null;
    }

    private ModelCall record(
            Question<?> question, String model, ModelTurn turn, CallModel.Reply reply, Outcome outcome, long nanos) {
        var receipt = reply.receipt();
        return new ModelCall(
                ids.next(),
                turn.conversationId(),
                question.purpose(),
                model,
                receipt.provider(),
                question.request().prompt().id(),
                receipt.promptTokens(),
                receipt.completionTokens(),
                receipt.costMicros(),
                (int) Math.min(Integer.MAX_VALUE, nanos / 1_000_000),
                outcome,
                clock.instant());
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS + jitter.nextInt(PAUSE_MILLIS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
