package io.doorstep.assistant;

import static io.doorstep.assistant.TurnClock.Part.DECIDE;
import static io.doorstep.assistant.TurnClock.Part.FRAME;
import static io.doorstep.assistant.TurnClock.Part.KEEP;
import static io.doorstep.assistant.TurnClock.Part.PHRASE;
import static io.doorstep.assistant.TurnClock.Part.SEND;
import static io.doorstep.assistant.TurnClock.Part.SITUATION;
import static io.doorstep.assistant.TurnClock.Part.UNDERSTAND;

import io.doorstep.conversation.Channel;
import io.doorstep.conversation.Conversations;
import io.doorstep.conversation.Turn;
import io.doorstep.model.ModelTurns;
import io.doorstep.tenancy.TaskHandler;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The assistant's turn: reads to the watermark, understands, keeps, decides, words and says. Each step is a transaction of its own or none; the
 * reply, its effect and the new watermark are one. So a turn that is cut off anywhere is simply taken again, and of two turns over the same
 * messages one speaks.
 */
@Component
class TakeTurn implements TaskHandler {

    /** Whoever writes faster than that is answered by the turns of the newer messages. */
    private static final int MOST_ROUNDS = 5;

    private final Conversations conversations;
    private final ReadFrame readFrame;
    private final Hear hear;
    private final KeepFacts keepFacts;
    private final ReadSituation readSituation;
    private final ComposeReply compose;
    private final SendReply send;
    private final ModelTurns modelTurns;
    private final TurnClock clock;

    TakeTurn(
            Conversations conversations,
            ReadFrame readFrame,
            Hear hear,
            KeepFacts keepFacts,
            ReadSituation readSituation,
            ComposeReply compose,
            SendReply send,
            ModelTurns modelTurns,
            TurnClock clock) {
        this.conversations = conversations;
        this.readFrame = readFrame;
        this.hear = hear;
        this.keepFacts = keepFacts;
        this.readSituation = readSituation;
        this.compose = compose;
        this.send = send;
        this.modelTurns = modelTurns;
        this.clock = clock;
    }

    @Override
    public String taskName() {
        return Conversations.TAKE_TURN;
    }

    @Override
    public void run(UUID conversationId) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var turn = conversations.turn(conversationId);
            if (turn.unread().isEmpty() || turn.goesOn()) return;
            if (modelTurns.during(conversationId, () -> take(turn))) return;
        }
        throw new IllegalStateException("the conversation " + conversationId + " moves faster than it can be answered");
    }

    /** @return false when something was said meanwhile */
    private boolean take(Turn turn) {
        var frame = clock.time(FRAME, () -> readFrame.of(turn));
        var heard = clock.time(UNDERSTAND, () -> hear.in(turn, frame));
        if (!clock.time(KEEP, () -> keepFacts.of(turn.conversationId(), turn.watermark(), turn.leadId(), heard)))
            return false;
        // A form has no way back to the lead; a person answers it.
        if (!turn.mayReply() || turn.channel() == Channel.FORM) return conversations.markRead(turn, turn.memory());
        var situation = clock.time(SITUATION, () -> readSituation.of(turn, frame, heard));
        var plan = clock.time(DECIDE, () -> NextMove.decide(situation));
        var outcome = send(turn, () -> compose.of(turn.leadId(), frame, heard, situation, plan));
        if (outcome == SendReply.Outcome.SLOT_TAKEN && plan.step() instanceof Step.Book book) {
            outcome = send(turn, () -> compose.instead(turn.leadId(), frame, heard, situation, plan, book.slot()));
        }
        return outcome == SendReply.Outcome.DONE;
    }

    private SendReply.Outcome send(Turn turn, Supplier<Reply> composed) {
        var reply = clock.time(PHRASE, composed);
        return clock.time(SEND, () -> send.send(turn, reply));
    }
}
