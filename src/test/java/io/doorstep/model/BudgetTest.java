package io.doorstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.language.DialogueContext;
import io.doorstep.language.LanguageEngine;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The hard stop, from many turns at once. */
class BudgetTest extends WithModelServer {

    private static final int TURNS = 32;
    private static final long MICROS_PER_CENT = 10_000;

    @Autowired
    TestAgencies agencies;

    @Autowired
    LanguageEngine engine;

    @Autowired
    Budget budget;

    @Autowired
    ModelCalls calls;

    TestAgency agency;

    @BeforeEach
    void anAgency() {
        agency = agencies.fresh();
    }

    @ParameterizedTest
    @CsvSource({"0.0004, 1", "0.004, 3", "0.03, 5", "0.20, 10"})
    void turns_at_once_go_over_the_budget_by_one_call_at_most(double dollars, long budgetCents) throws Exception {
        switchOn(agency, budgetCents);
        server.answers((request, wire) -> wire.costing(dollars).says(request, Answers.nothing()));

        for (var round = 0; round < 3; round++) turnsAtOnce();

        var spent = agency.inScope(budget::spentMicros);
        var cap = budgetCents * MICROS_PER_CENT;
        System.out.printf(
                "budget %d micros, %.4f dollars a call, %d turns at once, three times: spent %d, over by %d, calls %d%n",
                cap,
                dollars,
                TURNS,
                spent,
                Math.max(0, spent - cap),
                server.asked().size());
        assertThat(spent).isPositive().isLessThanOrEqualTo(cap + Math.round(dollars * 1_000_000));
        assertThat(spent).isEqualTo(server.asked().size() * Math.round(dollars * 1_000_000));
    }

    @Test
    void with_the_budget_used_up_nothing_is_called() {
        switchOn(agency, 0);

        assertThat(understood()).isTrue();

        assertThat(server.asked()).isEmpty();
    }

    @Test
    void a_call_of_unknown_price_is_recorded_as_unknown_and_counts_nevertheless() {
        switchOn(agency);
        server.answers((request, wire) -> wire.costing(-1).says(request, Answers.nothing()));

        understood();

        assertThat(agency.inTransaction(() -> calls.latest(10)))
                .singleElement()
                .satisfies(call -> assertThat(call.costMicros()).isNull());
        assertThat(agency.inScope(budget::spentMicros)).isPositive();
    }

    @Test
    void what_is_laid_aside_is_given_back_when_the_call_was_cheaper() {
        switchOn(agency, 100);
        understood();
        understood();

        assertThat(agency.inScope(budget::spentMicros)).isEqualTo(800);
        assertThat(agency.inScope(() -> budget.reserve(100 * MICROS_PER_CENT))).isPresent();
    }

    @Test
    void one_agencys_spending_is_not_anothers() {
        var other = agencies.fresh();
        switchOn(agency, 1);
        switchOn(other, 1);

        understood();

        assertThat(other.inScope(budget::spentMicros)).isZero();
    }

    private void turnsAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var turn : threads.invokeAll(Collections.nCopies(TURNS, (Callable<Boolean>) this::understood))) {
                assertThat(turn.get()).as("answered").isTrue();
            }
        }
    }

    /** Whether the turn went on, whoever read the message. */
    private boolean understood() {
        var context = DialogueContext.opening(LocalDate.of(2026, 5, 14), ZoneOffset.UTC, "USD");
        return agency.inScope(() -> engine.understand("we need 3 beds", context)).facts().stream()
                .anyMatch(fact -> fact.key().equals("beds"));
    }
}
