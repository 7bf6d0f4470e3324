package io.doorstep.pipeline;

import io.doorstep.identity.Members;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Live;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what comes next. Closing one action always names the next: an open deal is never left without. */
@Component
public class PlanNextAction {

    private static final Duration FURTHEST = Duration.ofDays(5 * 366);

    private final Deals deals;
    private final NextActions nextActions;
    private final Members members;
    private final Live live;
    private final Clock clock;

    PlanNextAction(Deals deals, NextActions nextActions, Members members, Live live, Clock clock) {
        this.deals = deals;
        this.nextActions = nextActions;
        this.members = members;
        this.live = live;
        this.clock = clock;
    }

    /**
     * @param ownerId null for the deal's owner
     * @param memberId who plans it; null for the assistant or the lead
     */
    @Transactional
    public NextAction set(UUID dealId, NextAction.Plan plan, @Nullable UUID ownerId, @Nullable UUID memberId) {
        var deal = open(dealId);
        inTime("dueAt", plan.dueAt());
        return replace(deal, plan, ownerOf(deal, "ownerId", ownerId), memberId);
    }

    /** @param next what comes after it */
    @Transactional
    public NextAction complete(UUID actionId, NextAction.Plan next, @Nullable UUID ownerId, UUID memberId) {
        var action = current(actionId);
        var deal = open(action.dealId());
        current(actionId); // again, now under the deal's lock: a double submit finds it done
        inTime("next.dueAt", next.dueAt());
        return replace(deal, next, ownerOf(deal, "next.ownerId", ownerId), memberId);
    }

    @Transactional
    public NextAction snooze(UUID actionId, Instant until) {
        var deal = open(current(actionId).dealId());
        inTime("until", until);
        current(actionId);
        nextActions.snooze(actionId, until);
        changed(deal);
        return current(actionId);
    }

    private UUID ownerOf(Deal deal, String field, @Nullable UUID ownerId) {
        if (ownerId == null) return deal.ownerId();
        if (members.find(ownerId).isEmpty()) {
            throw Refusal.Invalid.field(field, "is not an active member; choose one of the team.")
                    .asException();
        }
        return ownerId;
    }

    private NextAction replace(Deal deal, NextAction.Plan plan, UUID ownerId, @Nullable UUID memberId) {
        var now = clock.instant();
        nextActions.finish(deal.id(), memberId, now);
        nextActions.add(deal.id(), plan, ownerId, now);
        changed(deal);
        return nextActions.current(deal.id()).orElseThrow();
    }

    private NextAction current(UUID actionId) {
        return nextActions
                .find(actionId)
                .orElseThrow(() -> new Refusal.NotFound(
                                "not-found",
                                "There is no such open next action. It may be done already; load the deal again.")
                        .asException());
    }

    private Deal open(UUID dealId) {
        var deal =
                deals.lock(dealId).orElseThrow(() -> Refusal.NotFound.of("deal").asException());
        if (!deal.open()) {
            throw new Refusal.Conflict(
                            "deal-closed", "The deal is closed. An owner or admin can open it again with an override.")
                    .asException();
        }
        return deal;
    }

    private void inTime(String field, Instant due) {
        var now = clock.instant();
        if (due.isBefore(now))
            throw Refusal.Invalid.field(field, "is in the past; choose a later time.")
                    .asException();
        if (due.isAfter(now.plus(FURTHEST))) {
            throw Refusal.Invalid.field(field, "is more than five years away; choose an earlier time.")
                    .asException();
        }
    }

    private void changed(Deal deal) {
        live.publish(
                "deal",
                Map.of("dealId", deal.id().toString(), "leadId", deal.leadId().toString()));
    }
}
