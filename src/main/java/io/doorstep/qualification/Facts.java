package io.doorstep.qualification;

import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is known about a lead. A fact is appended when it says something new, and the score is made again in the same transaction. */
@Component
public class Facts {

    private static final int LONGEST_DISPLAY = 500;

    private final FactLog log;
    private final Scorecards scorecards;
    private final Qualifications qualifications;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    Facts(
            FactLog log,
            Scorecards scorecards,
            Qualifications qualifications,
            ApplicationEventPublisher events,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.log = log;
        this.scorecards = scorecards;
        this.qualifications = qualifications;
        this.events = events;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What became of the proposals.
     *
     * @param appended what says something new, as stored
     * @param voided the keys that were not stored: unknown, of the wrong shape, or quoting words that the message does not hold
     */
    public record Applied(List<StoredFact> appended, List<String> voided) {}

    @Transactional(readOnly = true)
    public List<StoredFact> current(UUID leadId) {
        return List.copyOf(known(leadId).values());
    }

    /** The current facts by key, of each of these leads that has any. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<String, StoredFact>> current(List<UUID> leadIds) {
        Map<UUID, Map<String, StoredFact>> known = new LinkedHashMap<>();
        log.current(leadIds)
                .forEach(fact -> known.computeIfAbsent(fact.leadId(), _ -> new LinkedHashMap<>())
                        .put(fact.key(), fact));
        return known;
    }

    /** Every fact ever stored of the lead, oldest first. */
    @Transactional(readOnly = true)
    public List<StoredFact> history(UUID leadId) {
        return log.of(leadId);
    }

    /** The current score; empty until the first fact. */
    @Transactional(readOnly = true)
    public Optional<Qualification> qualification(UUID leadId) {
        return qualifications.newest(leadId);
    }

    /** What to learn next, by what it would do for the score. */
    @Transactional(readOnly = true)
    public List<Raise> raises(UUID leadId) {
        return Raise.of(scorecards.current(), known(leadId));
    }

    /** What the scorecard's minimum asks for and nobody has said yet. */
    @Transactional(readOnly = true)
    public List<Scorecard.Need> missing(UUID leadId) {
        return scorecards.current().missing(known(leadId).keySet());
    }

    /** @param messageId where the quotes stand; null for what was not said in a conversation */
    @Transactional
    public Applied apply(UUID leadId, @Nullable UUID messageId, List<NewFact> proposals) {
        if (!log.lockLead(leadId)) throw Refusal.NotFound.of("lead").asException();
        var body = messageId == null ? null : log.words(leadId, messageId).orElse(null);
        var known = known(leadId);
        List<StoredFact> appended = new ArrayList<>();
        List<String> voided = new ArrayList<>();
        for (var proposal : proposals) {
            var value = asStored(proposal.value());
            if (!holds(proposal, value, body)) {
                voided.add(proposal.key());
                continue;
            }
            var before = known.get(proposal.key());
            if (before != null && before.value().equals(value)) continue;
            var fact = stored(leadId, body == null ? null : messageId, proposal, value);
            log.append(fact);
            known.put(fact.key(), fact);
            appended.add(fact);
        }
        if (!appended.isEmpty()) changed(leadId, known, appended);
        return new Applied(List.copyOf(appended), List.copyOf(voided));
    }

    /**
     * Scores the lead again when what stands was given by an older scorecard.
     *
     * @return whether that changed the machine's grade
     */
    @Transactional
    public boolean rescore(UUID leadId) {
        if (!log.lockLead(leadId)) return false;
        var card = scorecards.current();
        var before = qualifications.newest(leadId).filter(given -> given.scorecardVersion() < card.version());
        if (before.isEmpty()) return false;
        var after = Scoring.score(card, known(leadId));
        qualifications.keep(leadId, after, clock.instant());
        return after.grade() != before.get().grade();
    }

    /** Leads that {@link #rescore} has work with, the longest out of date first. */
    @Transactional(readOnly = true)
    public List<UUID> toRescore(int version, int limit) {
        return qualifications.olderThan(version, limit);
    }

    @Transactional(readOnly = true)
    public int countToRescore(int version) {
        return qualifications.countOlderThan(version);
    }

    private void changed(UUID leadId, Map<String, StoredFact> known, List<StoredFact> appended) {
        qualifications.keep(leadId, Scoring.score(scorecards.current(), known), clock.instant());
        Set<String> keys = new LinkedHashSet<>();
        appended.forEach(fact -> keys.add(fact.key()));
        events.publishEvent(new FactsChanged(leadId, keys, appended.getLast().memberId()));
    }

    /** Through its text, so that a new 3 and a stored 3 are the same node. */
    private JsonNode asStored(Object value) {
        return json.readTree(json.writeValueAsString(value));
    }

    private static boolean holds(NewFact proposal, JsonNode value, @Nullable String body) {
        var key = FactKey.of(proposal.key());
        if (key.isEmpty()
                || key.get().objectionTo(value) != null
                || proposal.display().isBlank()) return false;
        var quote = proposal.evidence();
        if (quote == null) return !proposal.origin().needsEvidence();
        return body != null
                && !quote.words().isEmpty()
                && quote.to() - quote.from() == quote.words().length()
                && body.startsWith(quote.words(), quote.from());
    }

    private StoredFact stored(UUID leadId, @Nullable UUID messageId, NewFact proposal, JsonNode value) {
        var quote = proposal.evidence();
        return new StoredFact(
                ids.next(),
                leadId,
                proposal.key(),
                log.lastRevision(leadId, proposal.key()) + 1,
                value,
                proposal.display()
                        .substring(
                                0, Math.min(LONGEST_DISPLAY, proposal.display().length())),
                quote == null ? null : quote.words(),
                messageId,
                quote == null ? null : quote.from(),
                quote == null ? null : quote.to(),
                proposal.origin(),
                proposal.memberId(),
                Math.clamp(proposal.confidence(), 0, 1),
                false,
                clock.instant());
    }

    private Map<String, StoredFact> known(UUID leadId) {
        Map<String, StoredFact> known = new LinkedHashMap<>();
        log.current(leadId).forEach(fact -> known.put(fact.key(), fact));
        return known;
    }
}
