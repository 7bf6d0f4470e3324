package io.doorstep.assistant;

import io.doorstep.booking.BookAppointment;
import io.doorstep.booking.Booking;
import io.doorstep.booking.Cancel;
import io.doorstep.booking.Reschedule;
import io.doorstep.conversation.Attachment;
import io.doorstep.conversation.Conversations;
import io.doorstep.conversation.Draft;
import io.doorstep.conversation.GuardLog;
import io.doorstep.conversation.ReplyOutcome;
import io.doorstep.conversation.Turn;
import io.doorstep.lead.Consent;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.lead.Leads;
import io.doorstep.listing.Listings;
import io.doorstep.pipeline.Activity;
import io.doorstep.pipeline.Actor;
import io.doorstep.pipeline.Advance;
import io.doorstep.pipeline.Deals;
import io.doorstep.pipeline.NextAction;
import io.doorstep.pipeline.NextActions;
import io.doorstep.pipeline.PlanNextAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says the reply and does what it says, in one transaction: an appointment without its confirmation, or the other way round, can't be. Where
 * something was said meanwhile, neither happens and the newer turn decides again.
 */
@Component
class SendReply {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
    private static final int LONGEST_QUOTE = 120;

    private final Conversations conversations;
    private final TurnLock lock;
    private final BookAppointment book;
    private final Reschedule reschedule;
    private final Cancel cancel;
    private final Leads leads;
    private final Deals deals;
    private final Advance advance;
    private final NextActions nextActions;
    private final PlanNextAction planNextAction;
    private final Listings listings;
    private final Attachments attachments;
    private final MemoryNotes notes;
    private final GuardLog guardLog;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendReply(
            Conversations conversations,
            TurnLock lock,
            BookAppointment book,
            Reschedule reschedule,
            Cancel cancel,
            Leads leads,
            Deals deals,
            Advance advance,
            NextActions nextActions,
            PlanNextAction planNextAction,
            Listings listings,
            Attachments attachments,
            MemoryNotes notes,
            GuardLog guardLog,
            TransactionTemplate transaction,
            Clock clock) {
        this.conversations = conversations;
        this.lock = lock;
        this.book = book;
        this.reschedule = reschedule;
        this.cancel = cancel;
        this.leads = leads;
        this.deals = deals;
        this.advance = advance;
        this.nextActions = nextActions;
        this.planNextAction = planNextAction;
        this.listings = listings;
        this.attachments = attachments;
        this.notes = notes;
        this.guardLog = guardLog;
        this.transaction = transaction;
        this.clock = clock;
    }

    enum Outcome {
        /** Said, or nothing to say any more: a person speaks. */
        DONE,
        /** Somebody said something meanwhile; nothing was done. */
        SUPERSEDED,
        /** The time was gone; nothing was said. */
        SLOT_TAKEN
    }

    Outcome send(Turn turn, Reply reply) {
        return transaction.execute(status -> send(turn, reply, status));
    }

    private Outcome send(Turn turn, Reply reply, TransactionStatus status) {
        if (!lock.holds(turn.conversationId(), turn.watermark())) return Outcome.SUPERSEDED;
        // Sold between the decision and now: the next round decides again, and says so.
        if (reply.effect() instanceof Reply.Effect.Book(var wanted)
                && wanted.listingId() != null
                && !listings.stillOffered(wanted.listingId())) return Outcome.SUPERSEDED;
        var effected = carryOut(turn, reply);
        if (effected == Effected.TAKEN) return nothing(status, Outcome.SLOT_TAKEN);
        var draft = new Draft(reply.words(), effected.attachment(), reply.sources());
        return switch (conversations.reply(turn, List.of(draft), notes.write(reply.memory()))) {
            case ReplyOutcome.Sent _ -> {
                afterwards(turn, reply);
                yield Outcome.DONE;
            }
            case ReplyOutcome.Superseded _ -> nothing(status, Outcome.SUPERSEDED);
            case ReplyOutcome.Silenced _ -> nothing(status, Outcome.DONE);
        };
    }

    private static Outcome nothing(TransactionStatus status, Outcome outcome) {
        status.setRollbackOnly();
        return outcome;
    }

    private record Effected(@Nullable Attachment attachment) {
        static final Effected TAKEN = new Effected(null);
    }

    private Effected carryOut(Turn turn, Reply reply) {
        return switch (reply.effect()) {
            case Reply.Effect.Book(var wanted) -> effected(book.bookFree(wanted, Actor.ASSISTANT));
            case Reply.Effect.Move(var appointment, var slot) ->
                effected(reschedule.toFree(appointment.id(), appointment.version(), slot, Actor.ASSISTANT));
            case Reply.Effect.CallOff(var appointment) -> {
                cancel.cancel(appointment.id(), appointment.version(), "asked in the chat", Actor.ASSISTANT);
                yield new Effected(reply.attachment());
            }
            case Reply.Effect.OptOut(var words) -> {
                optOut(turn.leadId(), words);
                yield new Effected(reply.attachment());
            }
            case Reply.Effect.HandOver _, Reply.Effect.Nothing _ -> new Effected(reply.attachment());
        };
    }

    private Effected effected(Booking booking) {
        return switch (booking) {
            case Booking.Booked(var appointment) -> new Effected(attachments.booked(appointment));
            case Booking.SlotTaken _ -> Effected.TAKEN;
        };
    }

    /** At once and on every channel, with the lead's own words as evidence. */
    private void optOut(UUID leadId, String words) {
        var evidence = words.substring(0, Math.min(500, words.length()));
        for (var channel : List.of(ConsentChannel.SMS, ConsentChannel.EMAIL, ConsentChannel.CALL)) {
            leads.recordConsent(leadId, new Consent(channel, false, evidence, 0, "WIDGET", null, null, null));
        }
    }

    private void afterwards(Turn turn, Reply reply) {
        guardLog.record(turn.conversationId(), reply.stopped());
        advance.byActivity(turn.leadId(), Activity.OUTBOUND_TOUCH, Actor.ASSISTANT);
        if (reply.effect() instanceof Reply.Effect.HandOver(var reason, var back)) {
            conversations.requestPerson(turn.conversationId(), reason);
            plan(turn.leadId(), "Answer in the chat: " + reason, back == null ? clock.instant() : back);
        } else if (reply.unanswered() != null) {
            plan(turn.leadId(), "Answer: " + quoted(reply.unanswered()), clock.instant());
        }
    }

    /** A meeting that is agreed on stays what comes next. */
    private void plan(UUID leadId, String title, Instant from) {
        deals.openOf(leadId).stream().findFirst().ifPresent(deal -> {
            var meets = nextActions
                    .current(deal.id())
                    .filter(action -> action.kind() == NextAction.Kind.MEET)
                    .isPresent();
            if (meets) return;
            var dueAt = from.plus(ANSWER_WITHIN);
            planNextAction.set(deal.id(), new NextAction.Plan(NextAction.Kind.MESSAGE, title, dueAt), null, null);
        });
    }

    private static String quoted(String words) {
        var line = words.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_QUOTE) - 1)) + "…";
    }
}
