package io.doorstep.assistant;

import io.doorstep.booking.Slot;
import io.doorstep.conversation.Message;
import io.doorstep.conversation.Turn;
import io.doorstep.conversation.VisitorAction;
import io.doorstep.language.DialogueContext;
import io.doorstep.language.FactProposal;
import io.doorstep.language.Intent;
import io.doorstep.language.Language;
import io.doorstep.language.LanguageEngine;
import io.doorstep.language.Offer;
import io.doorstep.language.Speaker;
import io.doorstep.language.Understanding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands the unread messages one after the other, each with what was known and said before it. Touches no database. */
@Component
class Hear {

    private static final Pattern TIME_WORDS = Pattern.compile(
            "\\b(?:\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m|\\d{1,2}:\\d\\d|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
                    + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \\d{1,2}|morning|afternoon|evening|week"
                    + "|a las? \\d|hoy|ma[nñ]ana|mediod[ií]a|tarde|noche|semana|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo"
                    + "|\\d{1,2} de [a-z]{4,}|a las? (?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String LANGUAGE = "contact.language";

    private final LanguageEngine language;

    Hear(LanguageEngine language) {
        this.language = language;
    }

    Heard in(Turn turn, Frame frame) {
        var history = new ArrayList<>(frame.history().stream().map(Hear::turn).toList());
        var known = new LinkedHashMap<>(frame.facts());
        var pieces = new ArrayList<Heard.Piece>();
        for (var message : turn.unread()) {
            var understood = isClick(message)
                    ? clicked(known)
                    : language.understand(message.body(), context(frame, history, known))
                            .groundedIn(message.body());
            pieces.add(new Heard.Piece(message, understood));
            history.add(turn(message));
            understood.facts().forEach(fact -> known.put(fact.key(), standing(fact)));
        }
        return new Heard(
                pieces,
                said(pieces),
                slot(pieces),
                pieces.getLast().understanding().language());
    }

    private static Understanding clicked(Map<String, FactProposal> known) {
        var spoken = known.get(LANGUAGE);
        var spanish = spoken != null && Language.SPANISH.tag().equals(spoken.value());
        var language = spanish ? Language.SPANISH : Language.ENGLISH;
        return new Understanding(List.of(), Set.of(), null, false, false, false, language);
    }

    /** The words of a ticked box are ours: "yes" in them accepts nothing else. */
    private static boolean isClick(Message message) {
        return message.action() instanceof VisitorAction.Consent;
    }

    private static DialogueContext context(
            Frame frame, List<DialogueContext.Turn> history, Map<String, FactProposal> known) {
        return new DialogueContext(
                history,
                frame.memory().lastQuestion(),
                frame.offers(),
                known,
                frame.today(),
                frame.zone(),
                frame.agency().currency(),
                frame.areas(),
                frame.homeNames());
    }

    private static DialogueContext.Turn turn(Message message) {
        var speaker = switch (message.author()) {
            case LEAD -> Speaker.LEAD;
            case MEMBER -> Speaker.MEMBER;
            case ASSISTANT, SYSTEM -> Speaker.ASSISTANT;
        };
        return new DialogueContext.Turn(speaker, message.body());
    }

    /** Offsets into a message mean nothing for the next one. */
    private static FactProposal standing(FactProposal fact) {
        var quote = fact.quote();
        return new FactProposal(
                fact.key(),
                fact.value(),
                fact.display(),
                quote,
                0,
                quote.length(),
                fact.confidence(),
                fact.fromContext());
    }

    private static Situation.Said said(List<Heard.Piece> pieces) {
        var intents = EnumSet.noneOf(Intent.class);
        var facts = new LinkedHashMap<String, FactProposal>();
        Offer.ListingOffer home = null;
        for (var piece : pieces) {
            var understood = piece.understanding();
            intents.addAll(understood.intents());
            understood.facts().forEach(fact -> facts.put(fact.key(), fact));
            // in which language it is said answers nothing
            facts.remove(LANGUAGE);
            if (understood.accepted() instanceof Offer.ListingOffer accepted) home = accepted;
        }
        var last = pieces.getLast().understanding();
        return new Situation.Said(
                intents,
                List.copyOf(facts.values()),
                home,
                last.rejectedOffers(),
                last.affirmed(),
                last.denied(),
                pieces.stream().allMatch(piece -> isClick(piece.message())),
                pieces.stream().anyMatch(piece -> piece.message().body().length() > NextMove.LONGEST_READ),
                pieces.stream()
                        .anyMatch(piece ->
                                TIME_WORDS.matcher(piece.message().body()).find()));
    }

    /** What was chosen last counts; a click says it surer than words. */
    private static @Nullable Slot slot(List<Heard.Piece> pieces) {
        for (var piece : pieces.reversed()) {
            var slot = slot(piece.message(), piece.understanding());
            if (slot != null) return slot;
        }
        return null;
    }

    private static @Nullable Slot slot(Message message, Understanding understood) {
        if (message.action() instanceof VisitorAction.ChooseSlot chosen)
            return Slot.of(chosen.slotId()).orElse(null);
        return understood.accepted() instanceof Offer.SlotOffer offer
                ? Slot.of(offer.slotId()).orElse(null)
                : null;
    }
}
