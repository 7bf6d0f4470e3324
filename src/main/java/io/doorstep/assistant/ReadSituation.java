package io.doorstep.assistant;

import static java.util.stream.Collectors.toMap;

import io.doorstep.booking.FreeSlots;
import io.doorstep.booking.Slot;
import io.doorstep.conversation.Turn;
import io.doorstep.language.FactProposal;
import io.doorstep.language.Intent;
import io.doorstep.language.Offer;
import io.doorstep.language.Question;
import io.doorstep.language.Speech;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.lead.ContactKind;
import io.doorstep.lead.LeadSummary;
import io.doorstep.lead.Leads;
import io.doorstep.listing.Listing;
import io.doorstep.listing.Listings;
import io.doorstep.question.Known;
import io.doorstep.question.QuestionPlans;
import io.doorstep.question.Track;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what the next move hangs on, now that the facts are kept. */
@Component
class ReadSituation {

    private static final int HOMES_AT_ONCE = 3;

    private final ReadFrame frames;
    private final Leads leads;
    private final Listings listings;
    private final FreeSlots freeSlots;
    private final MeetingPlan meetings;
    private final QuestionPlans plans;
    private final FindAnswer answers;

    ReadSituation(
            ReadFrame frames,
            Leads leads,
            Listings listings,
            FreeSlots freeSlots,
            MeetingPlan meetings,
            QuestionPlans plans,
            FindAnswer answers) {
        this.frames = frames;
        this.leads = leads;
        this.listings = listings;
        this.freeSlots = freeSlots;
        this.meetings = meetings;
        this.plans = plans;
        this.answers = answers;
    }

    @Transactional(readOnly = true)
    public Situation of(Turn turn, Frame frame, Heard heard) {
        var facts = frames.known(turn.leadId());
        var lead = leads.find(turn.leadId());
        var known = new Known(values(facts), lead.name() != null, leads.reachable(turn.leadId()));
        var plan = plans.current();
        var home = home(heard, frame);
        return new Situation(
                frame.opening(),
                frame.isBack() ? welcome(lead, frame) : null,
                plan,
                known,
                news(heard, frame),
                plan.handoverWord(heard.words()).orElse(null),
                consentOpen(turn.leadId()),
                frame.appointment() == null && isGone(frame.memory().home()),
                frame.appointment() != null,
                withHome(heard.said(), home),
                slot(turn, frame, heard, facts, known.reachable()),
                frame.offers(),
                homes(plan.trackOf(known), facts, frame),
                answers.to(heard, frame.memory(), home),
                frame.memory());
    }

    private static Speech.WelcomeBack welcome(LeadSummary lead, Frame frame) {
        var name = lead.name();
        var visit = frame.appointment();
        return new Speech.WelcomeBack(
                name == null ? null : name.split(" ", 2)[0],
                visit == null ? null : visit.startsAt().atZone(frame.zone()));
    }

    private boolean isGone(@Nullable String home) {
        return home != null && !listings.stillOffered(UUID.fromString(home));
    }

    private boolean consentOpen(UUID leadId) {
        return leads.contactPoints(leadId).stream().anyMatch(point -> point.kind() == ContactKind.PHONE)
                && !leads.decided(leadId, ConsentChannel.SMS);
    }

    private static Map<String, Object> values(Map<String, FactProposal> facts) {
        return facts.values().stream().collect(toMap(FactProposal::key, FactProposal::value));
    }

    private static List<FactProposal> news(Heard heard, Frame frame) {
        return heard.said().facts().stream()
                .filter(fact -> {
                    var before = frame.facts().get(fact.key());
                    return before == null || !before.value().equals(fact.value());
                })
                .toList();
    }

    private static Situation.Said withHome(Situation.Said said, Optional<Listing> named) {
        var home =
                said.home() != null ? said.home() : named.map(ReadFrame::offer).orElse(null);
        return new Situation.Said(
                said.intents(),
                said.facts(),
                home,
                said.rejectedOffers(),
                said.affirmed(),
                said.denied(),
                said.clicked(),
                said.unreadable(),
                said.timeWords());
    }

    /** The home that these messages are about: one of those on offer, named or pointed at. */
    private Optional<Listing> home(Heard heard, Frame frame) {
        var accepted = heard.said().home();
        if (accepted != null) return listings.find(UUID.fromString(accepted.listingId()));
        return heard.said().facts().stream()
                .filter(fact -> fact.key().equals("listingRef") && fact.value() instanceof Map<?, ?>)
                .flatMap(fact -> named((Map<?, ?>) fact.value()).stream())
                .findFirst()
                .or(() -> calledByName(heard.words(), frame.homeNames()));
    }

    /** Who only asks about a home chooses none, so no fact names it; its name stands in the words all the same. */
    private Optional<Listing> calledByName(String words, List<String> names) {
        var said = words.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> said.contains(name.toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(String::length))
                .flatMap(listings::named);
    }

    private Optional<Listing> named(Map<?, ?> reference) {
        if (reference.get("id") instanceof String id) return listings.find(UUID.fromString(id));
        return reference.get("name") instanceof String name ? listings.named(name) : Optional.empty();
    }

    private List<Offer.ListingOffer> homes(Track track, Map<String, FactProposal> known, Frame frame) {
        return LeadWishes.of(track, known)
                .map(wishes -> listings.matching(
                        wishes, HOMES_AT_ONCE + frame.memory().seen().size()))
                .orElse(List.of())
                .stream()
                .filter(home -> !frame.memory().seen().contains(home.id().toString()))
                .limit(HOMES_AT_ONCE)
                .map(ReadFrame::offer)
                .toList();
    }

    /** A day and an hour said outright, that is free, is a choice like a click. */
    private @Nullable Slot slot(
            Turn turn, Frame frame, Heard heard, Map<String, FactProposal> known, boolean reachable) {
        if (heard.slot() != null) return heard.slot();
        var memory = frame.memory();
        var offered = memory.lastQuestion() == Question.VISIT_TIME
                || memory.moving()
                || heard.said().any(Intent.CHANGE);
        var said = heard.said().timeWords()
                && !heard.said().any(Intent.CANCELLATION)
                && heard.said().facts().stream().anyMatch(fact -> fact.key().equals("visitPreference"));
        if (!offered || !said || !reachable && !memory.given(Question.CONTACT)) return null;
        var start = LeadWishes.start(known, frame.zone());
        if (start == null) return null;
        var slot = new Slot(meetings.memberFor(turn.leadId()), start, MeetingPlan.LENGTH);
        return freeSlots.holds(slot) ? slot : null;
    }
}
