package io.doorstep.lead;

import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the current agency. Every method joins the caller's transaction, or is one of its own. */
@Component
@Transactional
public class Leads {

    private static final int LONGEST_NAME = 200;

    private final LeadRecords leads;
    private final ContactPoints contactPoints;
    private final Consents consents;
    private final Agencies agencies;
    private final Ids ids;
    private final Clock clock;
    private final Live live;

    private final AuditLog audit;

    Leads(
            LeadRecords leads,
            ContactPoints contactPoints,
            Consents consents,
            Agencies agencies,
            Ids ids,
            Clock clock,
            Live live,
            AuditLog audit) {
        this.leads = leads;
        this.contactPoints = contactPoints;
        this.consents = consents;
        this.agencies = agencies;
        this.ids = ids;
        this.clock = clock;
        this.live = live;
        this.audit = audit;
    }

    public UUID create(NewLead lead) {
        var id = ids.next();
        var name = lead.name() == null ? null : tidy(lead.name());
        leads.add(
                id,
                new NewLead(lead.source(), name == null || name.isEmpty() ? null : name, lead.synthetic()),
                clock.instant());
        changed(id);
        return id;
    }

    /** Blank names change nothing; a longer one is cut at 200 characters. */
    public void rename(UUID leadId, String name) {
        var tidy = tidy(name);
        if (!tidy.isEmpty() && leads.rename(leadId, tidy)) {
            changed(leadId);
        }
    }

    /** Idempotent. See {@link ContactResult} for an address that another lead has. */
    public ContactResult addContact(UUID leadId, ContactKind kind, String value) {
        var read = read(kind, value);
        if (read.isEmpty()) {
            return new ContactResult.Unusable(Addresses.objection(kind));
        }
        var point = read.get();
        if (contactPoints.add(ids.next(), leadId, point, clock.instant())) {
            changed(leadId);
            return new ContactResult.Added(point);
        }
        var found = contactPoints.owner(point);
        if (found.isEmpty()) {
            return new ContactResult.WithColleague(point);
        }
        var owner = found.get();
        if (owner.equals(leadId)) {
            return new ContactResult.AlreadyKnown(point);
        }
        leads.fold(leadId, owner);
        audit.record("lead.folded", "lead", leadId.toString(), Map.of("into", owner.toString()));
        return new ContactResult.BelongsTo(owner, point);
    }

    /** Who has this address, if it is one and anybody has it. */
    public Optional<UUID> byContact(ContactKind kind, String value) {
        return read(kind, value).flatMap(contactPoints::owner);
    }

    /** The address in a text that is one, normalised for this agency. */
    public Optional<ContactPoint> read(ContactKind kind, String text) {
        return Addresses.read(kind, text, region());
    }

    /** Why a text that {@link #read} finds no address in can't be kept, in words for whoever typed it. */
    public static String objectionTo(ContactKind kind) {
        return Addresses.objection(kind);
    }

    public void recordConsent(UUID leadId, Consent consent) {
        consents.add(ids.next(), leadId, consent, clock.instant());
        changed(leadId);
    }

    public boolean consented(UUID leadId, ConsentChannel channel) {
        return consents.granted(leadId, channel);
    }

    /** Whether the lead has said yes or no to it. */
    public boolean decided(UUID leadId, ConsentChannel channel) {
        return consents.decided(leadId, channel);
    }

    /** @throws io.doorstep.platform.Refused not-found */
    public LeadSummary find(UUID leadId) {
        return leads.find(leadId).orElseThrow(() -> Refusal.NotFound.of("lead").asException());
    }

    public List<ContactPoint> contactPoints(UUID leadId) {
        return contactPoints.of(leadId);
    }

    /** Whether there is any address to answer to, this lead's own or that of the lead it is folded into. */
    public boolean reachable(UUID leadId) {
        return leads.reachable(leadId);
    }

    public void assign(UUID leadId, UUID memberId) {
        if (leads.assign(leadId, memberId)) {
            changed(leadId);
        }
    }

    /**
     * From one member to another. An agent who may see his own leads only loses sight of it.
     *
     * @param from the owner that the caller saw; null for nobody
     * @return false where it has another owner by now
     */
    public boolean give(UUID leadId, @Nullable UUID from, UUID to) {
        if (to.equals(from)) {
            return true;
        }
        if (!leads.give(leadId, from, to)) {
            return false;
        }
        changed(leadId);
        if (from != null) {
            live.publish("sight", Map.of("memberId", from.toString()));
        }
        return true;
    }

    public void touchInbound(UUID leadId, Instant at) {
        leads.touchInbound(leadId, at);
    }

    public void touchOutbound(UUID leadId, Instant at) {
        leads.touchOutbound(leadId, at);
    }

    /** Where a number without a country code is taken to be from. */
    private String region() {
        return PhoneNumbers.regionOf(agencies.current().currency());
    }

    private void changed(UUID leadId) {
        live.publish("lead", Map.of("leadId", leadId.toString()));
    }

    private static String tidy(String name) {
        var oneLine = name.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
        return oneLine.codePointCount(0, oneLine.length()) <= LONGEST_NAME
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, LONGEST_NAME))
                        .strip();
    }
}
