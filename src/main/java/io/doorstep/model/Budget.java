package io.doorstep.model;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The hard stop: before a call its likely price is laid aside, after it the real one is booked. A call that would begin with the budget
 * used up does not begin, so an agency is charged for one call over its budget at most, however many turns run at once.
 */
@Component
class Budget {

    /** Far longer than any turn waits for a model. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private final Spending spending;
    private final ModelCalls calls;
    private final Clock clock;

    Budget(Spending spending, ModelCalls calls, Clock clock) {
        this.spending = spending;
        this.calls = calls;
        this.clock = clock;
    }

    record Reservation(LocalDate month, long micros) {}

    /** Empty when the month's budget is used up. */
    @Transactional
    public Optional<Reservation> reserve(long budgetMicros) {
        var now = clock.instant();
        var month = month();
        var spend = spending.lock(month, now);
        var amount = spend.reserve(budgetMicros, now);
        if (amount.isEmpty()) return Optional.empty();
        spending.write(
                month,
                new Spend(
                        spend.spent(), spend.live(now) + amount.getAsLong(), now.plus(LONGEST_CALL), spend.dearest()));
        return Optional.of(new Reservation(month, amount.getAsLong()));
    }

    /** Books what the call cost in the month in which it began, and keeps its record. */
    @Transactional
    public void settle(Reservation reservation, ModelCall call) {
        var spend = spending.lock(reservation.month(), clock.instant());
        var cost = cost(spend, call.costMicros());
        spending.write(
                reservation.month(),
                new Spend(
                        spend.spent() + cost,
                        Math.max(0, spend.reserved() - reservation.micros()),
                        spend.reservedUntil(),
                        Math.max(spend.dearest(), cost)));
        calls.add(call);
    }

    /** Other models cost otherwise: what the first call costs is unknown again. */
    @Transactional
    public void forgetPrices() {
        var month = month();
        var spend = spending.lock(month, clock.instant());
        spending.write(month, new Spend(spend.spent(), spend.reserved(), spend.reservedUntil(), 0));
    }

    @Transactional(readOnly = true)
    public long spentMicros() {
        return spending.of(month()).map(Spend::spent).orElse(0L);
    }

    private static long cost(Spend spend, @Nullable Long known) {
        return known == null ? spend.unknown() : known;
    }

    /** Providers count in UTC too. */
    private LocalDate month() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    }
}
