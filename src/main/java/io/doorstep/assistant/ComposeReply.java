package io.doorstep.assistant;

import io.doorstep.booking.Slot;
import io.doorstep.conversation.AnswerSource;
import io.doorstep.conversation.Attachment;
import io.doorstep.conversation.Author;
import io.doorstep.language.Intent;
import io.doorstep.language.Language;
import io.doorstep.language.LanguageEngine;
import io.doorstep.language.Offer;
import io.doorstep.language.Question;
import io.doorstep.language.Speech;
import io.doorstep.language.Voice;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.lead.ConsentWording;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the words, and what is shown beside them, for what was decided. */
@Component
class ComposeReply {

    private static final List<String> INTENTS = List.of("Buy", "Sell", "Rent");
    private static final List<String> SPANISH_INTENTS = List.of("Comprar", "Vender", "Alquilar");

    private final LanguageEngine language;
    private final MeetingPlan meetings;
    private final ReadFrame frames;
    private final Attachments attachments;
    private final TurnClock clock;

    ComposeReply(
            LanguageEngine language, MeetingPlan meetings, ReadFrame frames, Attachments attachments, TurnClock clock) {
        this.language = language;
        this.meetings = meetings;
        this.frames = frames;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** What all the branches need. */
    private record Draft(UUID leadId, Frame frame, Heard heard, Situation situation, Plan plan, List<Speech> speech) {}

    Reply of(UUID leadId, Frame frame, Heard heard, Situation situation, Plan plan) {
        var draft = new Draft(leadId, frame, heard, situation, plan, new ArrayList<>(plan.opening()));
        return switch (plan.step()) {
            case Step.Ask ask -> ask(draft, ask);
            case Step.ShowHomes show -> showHomes(draft, show);
            case Step.OfferSlots offer ->
                offerSlots(
                        draft,
                        offer.manner() == Step.Manner.LATER ? plan.memory().slots() : List.of(),
                        offer.manner());
            case Step.Book book -> book(draft, book.slot());
            case Step.CallOff _ -> callOff(draft);
            case Step.HandOver handOver -> handOver(draft, handOver);
            case Step.OptOut _ ->
                reply(
                        draft,
                        null,
                        plan.memory().asksNothing(),
                        new Reply.Effect.OptOut(heard.words()),
                        new Speech.OptedOut());
            case Step.Close _ ->
                reply(draft, null, plan.memory().resting(), new Reply.Effect.Nothing(), new Speech.Farewell());
        };
    }

    /** The slot was gone when it was to be booked. */
    Reply instead(UUID leadId, Frame frame, Heard heard, Situation situation, Plan plan, Slot taken) {
        var draft = new Draft(leadId, frame, heard, situation, plan, new ArrayList<>(plan.opening()));
        draft.speech().add(new Speech.JustTaken(taken.startsAt().atZone(frame.zone())));
        return offerSlots(draft, List.of(taken.id()), Step.Manner.FIRST);
    }

    private Reply ask(Draft draft, Step.Ask ask) {
        var question = ask.question();
        var speech = ask.again() ? new Speech.Clarify(question) : asked(draft, question);
        return reply(
                draft,
                beside(question, draft),
                draft.plan().memory().asking(question),
                new Reply.Effect.Nothing(),
                speech);
    }

    private static Speech asked(Draft draft, Question question) {
        var situation = draft.situation();
        return situation
                .plan()
                .wording(situation.known(), question, draft.heard().language())
                .<Speech>map(words -> new Speech.AskInOwnWords(question, words))
                .orElseGet(() -> new Speech.Ask(question));
    }

    private static @Nullable Attachment beside(Question question, Draft draft) {
        var spanish = draft.heard().language() == Language.SPANISH;
        return switch (question) {
            case INTENT -> new Attachment.Choices(spanish ? SPANISH_INTENTS : INTENTS);
            case CONTACT, CONSENT -> {
                var agency = draft.frame().agency().name();
                var wording = spanish
                        ? ConsentWording.inSpanish(ConsentChannel.SMS, agency)
                        : ConsentWording.current(ConsentChannel.SMS, agency);
                yield new Attachment.ConsentAsked(wording.channel().name(), wording.text(), wording.version());
            }
            default -> null;
        };
    }

    private Reply showHomes(Draft draft, Step.ShowHomes show) {
        var ids = show.homes().stream().map(home -> home.listingId()).toList();
        var memory = draft.plan().memory().asking(Question.VISIT).offeringListings(ids);
        return reply(
                draft,
                attachments.homes(ids),
                memory,
                new Reply.Effect.Nothing(),
                show.which() ? new Speech.WhichOne(List.copyOf(show.homes())) : new Speech.OfferListings(show.homes()));
    }

    private Reply offerSlots(Draft draft, List<String> not, Step.Manner manner) {
        var zone = draft.frame().zone();
        var wish = LeadWishes.visit(frames.known(draft.leadId()));
        var times = meetings.times(draft.leadId(), draft.frame(), wish, not);
        var said = times.menu().said(wish);
        // "The second one" means the second that was said, so those stand first.
        var ids = Stream.concat(said.stream(), times.menu().slots().stream())
                .map(Slot::id)
                .distinct()
                .toList();
        var memory = draft.plan().memory().asking(Question.VISIT_TIME).offeringSlots(ids);
        var offers = said.stream().map(slot -> ReadFrame.offer(slot, zone)).toList();
        var speech =
                offers.isEmpty() ? new Speech.OfferSlots(offers, times.memberName()) : worded(manner, offers, times);
        var shown = attachments.slots(times, draft.heard().language());
        return reply(draft, shown, memory, new Reply.Effect.Nothing(), speech);
    }

    private static Speech worded(Step.Manner manner, List<Offer.SlotOffer> offers, MeetingPlan.Times times) {
        return switch (manner) {
            case FIRST, LATER -> new Speech.OfferSlots(offers, times.memberName());
            case AGAIN -> new Speech.Clarify(Question.VISIT_TIME);
            case WHICH -> new Speech.WhichOne(List.copyOf(offers));
        };
    }

    private Reply book(Draft draft, Slot slot) {
        var memory = draft.plan().memory();
        var appointment = draft.frame().appointment();
        var wanted = MeetingPlan.wanted(
                draft.leadId(), slot, memory, draft.situation().track(), frames.known(draft.leadId()));
        var effect = appointment == null ? new Reply.Effect.Book(wanted) : new Reply.Effect.Move(appointment, slot);
        var what = wanted.listingId() == null ? null : attachments.nameOf(wanted.listingId());
        var booked =
                new Speech.Booked(slot.startsAt().atZone(draft.frame().zone()), what, meetings.nameOf(slot.memberId()));
        draft.speech().add(booked);
        return reply(draft, null, memory.asksNothing().moving(false), effect, new Speech.Farewell());
    }

    private Reply callOff(Draft draft) {
        var appointment = java.util.Objects.requireNonNull(draft.frame().appointment());
        var speech =
                new Speech.Cancelled(appointment.startsAt().atZone(draft.frame().zone()));
        return reply(
                draft,
                null,
                draft.plan().memory().asksNothing().wantingVisit(),
                new Reply.Effect.CallOff(appointment),
                speech);
    }

    private Reply handOver(Draft draft, Step.HandOver step) {
        var frame = draft.frame();
        var member = meetings.memberFor(draft.leadId());
        var to = meetings.nameOf(member);
        var back = meetings.backAt(member, frame.zone());
        var speech = new Speech.HandingOver(
                step.cause(),
                to.isEmpty() ? null : to,
                back,
                frame.today(),
                draft.situation().known().reachable());
        var effect = new Reply.Effect.HandOver(step.reason(), back == null ? null : back.toInstant());
        return reply(draft, null, draft.plan().memory().asksNothing(), effect, speech);
    }

    private Reply reply(Draft draft, @Nullable Attachment attachment, Memory memory, Reply.Effect effect, Speech last) {
        draft.speech().add(last);
        var agency = draft.frame().agency();
        var voice = new Voice(
                agency.name(),
                agency.assistantName(),
                draft.heard().language(),
                draft.frame().zone(),
                agency.currency());
        if (greetsAnew(draft)) draft.speech().addFirst(new Speech.Greeting());
        var worded = language.phrase(new Speech.Combined(draft.speech()), voice);
        var guarded =
                clock.time(TurnClock.Part.GUARD, () -> GuardReply.of(draft.speech(), worded, voice, draft.heard()));
        return new Reply(
                guarded.words(),
                attachment,
                memory,
                effect,
                guarded.leftToPerson() ? List.of() : sources(draft),
                unanswered(draft, guarded),
                guarded.log());
    }

    private static List<AnswerSource> sources(Draft draft) {
        var answer = draft.situation().answer();
        return answer != null && answer.source() != null && draft.speech().contains(answer.speech())
                ? List.of(answer.source())
                : List.of();
    }

    /** A chat opens by saying in English what is speaking; whoever writes Spanish is told so in Spanish too. */
    private static boolean greetsAnew(Draft draft) {
        return draft.heard().language() == Language.SPANISH
                && draft.frame().history().stream()
                                .filter(message -> message.author() == Author.ASSISTANT)
                                .count()
                        == 1
                && !draft.speech().contains(new Speech.Greeting());
    }

    private static @Nullable String unanswered(Draft draft, GuardReply.Guarded guarded) {
        var notKnown = guarded.leftToPerson() || draft.plan().opening().contains(new Speech.DontKnow());
        return notKnown && draft.heard().said().any(Intent.QUESTION)
                ? draft.heard().words()
                : null;
    }
}
