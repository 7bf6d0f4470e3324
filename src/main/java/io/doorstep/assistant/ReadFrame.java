package io.doorstep.assistant;

import static java.util.stream.Collectors.toSet;

import io.doorstep.booking.Slot;
import io.doorstep.booking.UpcomingAppointment;
import io.doorstep.conversation.Conversations;
import io.doorstep.conversation.Message;
import io.doorstep.conversation.Turn;
import io.doorstep.identity.Member;
import io.doorstep.identity.Members;
import io.doorstep.language.FactProposal;
import io.doorstep.language.Offer;
import io.doorstep.lead.Leads;
import io.doorstep.listing.Listing;
import io.doorstep.listing.Listings;
import io.doorstep.pipeline.Deals;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.StoredFact;
import io.doorstep.tenancy.Agencies;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads everything that a turn looks at, in one transaction that is over before anything is understood. */
@Component
class ReadFrame {

    /** Turns further back than this mean nothing for the next answer. */
    private static final int LOOK_BACK = 24;

    private static final int MOST_NAMES = 500;
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm a", Locale.ENGLISH);

    private final Conversations conversations;
    private final Agencies agencies;
    private final Members members;
    private final Leads leads;
    private final Facts facts;
    private final Deals deals;
    private final Listings listings;
    private final UpcomingAppointment upcoming;
    private final MemoryNotes notes;
    private final JsonMapper json;
    private final Clock clock;

    ReadFrame(
            Conversations conversations,
            Agencies agencies,
            Members members,
            Leads leads,
            Facts facts,
            Deals deals,
            Listings listings,
            UpcomingAppointment upcoming,
            MemoryNotes notes,
            JsonMapper json,
            Clock clock) {
        this.conversations = conversations;
        this.agencies = agencies;
        this.members = members;
        this.leads = leads;
        this.facts = facts;
        this.deals = deals;
        this.listings = listings;
        this.upcoming = upcoming;
        this.notes = notes;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Frame of(Turn turn) {
        var now = clock.instant();
        var agency = agencies.current();
        var zone = zoneOf(turn.leadId(), agency.timeZone());
        var memory = notes.read(turn.memory());
        var firstUnread = turn.unread().getFirst().seq();
        var history =
                conversations
                        .messagesAfter(turn.conversationId(), Math.max(0, firstUnread - 1 - LOOK_BACK), LOOK_BACK + 1)
                        .stream()
                        .filter(message -> message.seq() < firstUnread)
                        .toList();
        return new Frame(
                agency,
                leads.find(turn.leadId()),
                history,
                knownBefore(turn),
                memory,
                offers(memory, zone, now),
                upcoming.of(turn.leadId()).orElse(null),
                listings.names(MOST_NAMES),
                areas(agency.areas()),
                zone,
                LocalDate.ofInstant(now, zone),
                now);
    }

    /** That of the member who will be met. */
    private ZoneId zoneOf(UUID leadId, ZoneId otherwise) {
        return deals.openOf(leadId).stream()
                .findFirst()
                .flatMap(deal -> members.find(deal.ownerId()))
                .map(Member::timeZone)
                .orElse(otherwise);
    }

    /** A turn that is taken again knows no more than it did the first time. */
    private Map<String, FactProposal> knownBefore(Turn turn) {
        var unread = turn.unread().stream().map(Message::id).collect(toSet());
        var known = new LinkedHashMap<String, FactProposal>();
        facts.current(turn.leadId()).stream()
                .filter(fact -> !unread.contains(fact.messageId()))
                .forEach(fact -> known.put(fact.key(), proposal(fact)));
        return known;
    }

    Map<String, FactProposal> known(UUID leadId) {
        var known = new LinkedHashMap<String, FactProposal>();
        facts.current(leadId).forEach(fact -> known.put(fact.key(), proposal(fact)));
        return known;
    }

    /** A fact that was entered by hand has no quote; its words for people stand in for one. */
    private FactProposal proposal(StoredFact fact) {
        var quote = fact.quote() == null || fact.quote().isEmpty() ? fact.display() : fact.quote();
        var value = json.treeToValue(fact.value(), Object.class);
        return new FactProposal(fact.key(), value, fact.display(), quote, 0, quote.length(), fact.confidence(), false);
    }

    /** A time that has passed meanwhile is no offer any more. */
    private List<Offer> offers(Memory memory, ZoneId zone, Instant now) {
        var offers = new ArrayList<Offer>();
        memory.slots().stream()
                .flatMap(id -> Slot.of(id).stream())
                .filter(slot -> slot.startsAt().isAfter(now))
                .forEach(slot -> offers.add(offer(slot, zone)));
        memory.listings().stream()
                .flatMap(id -> listings.find(UUID.fromString(id)).stream())
                .forEach(home -> offers.add(offer(home)));
        return offers;
    }

    static Offer.SlotOffer offer(Slot slot, ZoneId zone) {
        var start = slot.startsAt().atZone(zone);
        return new Offer.SlotOffer(slot.id(), start, LABEL.format(start));
    }

    static Offer.ListingOffer offer(Listing home) {
        return new Offer.ListingOffer(home.id().toString(), home.name());
    }

    private List<String> areas(List<String> ofAgency) {
        var areas = new ArrayList<>(ofAgency);
        areas.addAll(listings.areas());
        return areas.stream().distinct().toList();
    }
}
