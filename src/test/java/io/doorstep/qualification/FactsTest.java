package io.doorstep.qualification;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refused;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
class FactsTest {

    private static final String SAID = "a 3 bed near Travis Heights, around 650k, \uD83D\uDE00 pre-approved";

    @Autowired
    TestAgencies agencies;

    @Autowired
    Facts facts;

    @Autowired
    Leads leads;

    @Autowired
    JdbcClient db;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    private TestAgency agency;
    private UUID lead;
    private UUID message;

    @BeforeEach
    void a_lead_has_written() {
        agency = agencies.fresh();
        lead = agency.inTransaction(() -> leads.create(NewLead.anonymous(Source.WEB_CHAT)));
        message = agency.inTransaction(() -> message(lead, SAID));
    }

    @Test
    void what_is_said_is_kept_with_its_words_and_scored_at_once() {
        var applied = apply(said("beds", 3, "3 bed"), said("financing", "PRE_APPROVED", "pre-approved"));

        assertThat(applied.voided()).isEmpty();
        assertThat(applied.appended())
                .extracting(StoredFact::key, StoredFact::revision)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("beds", 1),
                        org.assertj.core.groups.Tuple.tuple("financing", 1));
        var given = agency.inScope(() -> facts.qualification(lead)).orElseThrow();
        assertThat(given.contributions())
                .filteredOn(line -> line.criterion() == Criterion.FINANCING)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.points()).isEqualTo(25);
                    assertThat(line.factId())
                            .isEqualTo(applied.appended().getLast().id());
                });
        assertThat(given.score())
                .isEqualTo(given.contributions().stream()
                        .mapToInt(Qualification.Contribution::points)
                        .sum());
    }

    @Test
    void a_new_value_supersedes_and_the_old_one_stays() {
        apply(said("beds", 3, "3 bed"));
        apply(byHand("beds", 4));

        assertThat(agency.inScope(() -> facts.current(lead))).singleElement().satisfies(fact -> {
            assertThat(fact.value().asInt()).isEqualTo(4);
            assertThat(fact.revision()).isEqualTo(2);
        });
        assertThat(agency.inScope(() -> facts.history(lead))).hasSize(2);
    }

    @Test
    void the_same_value_again_changes_nothing_and_scores_nothing() {
        apply(said("beds", 3, "3 bed"), byHand("price", Map.of("min", 65_000_000L, "max", 65_000_000L)));

        var again = apply(said("beds", 3, "3 bed"), byHand("price", Map.of("max", 65_000_000, "min", 65_000_000)));

        assertThat(again.appended()).isEmpty();
        assertThat(qualifications()).isEqualTo(1);
    }

    @Test
    void words_that_the_message_does_not_hold_void_the_fact() {
        var at = SAID.indexOf("3 bed");
        var invented = new NewFact("beds", 5, "5", new NewFact.Quote("5 bed", at, at + 5), Origin.MODEL, null, 0.9);
        var shifted = new NewFact("baths", 2, "2", new NewFact.Quote("3 bed", at + 1, at + 6), Origin.MODEL, null, 0.9);
        var unquoted = new NewFact("financing", "CASH", "cash", null, Origin.LOCAL_ENGINE, null, 0.9);

        var applied = apply(invented, shifted, unquoted, said("motivation", "lease", "near"));

        assertThat(applied.voided()).containsExactly("beds", "baths", "financing");
        assertThat(applied.appended()).extracting(StoredFact::key).containsExactly("motivation");
    }

    @Test
    void a_message_of_another_lead_is_no_evidence() {
        var other = agency.inTransaction(() -> message(leads.create(NewLead.anonymous(Source.WEB_CHAT)), SAID));

        var applied = agency.inScope(() -> facts.apply(lead, other, List.of(said("beds", 3, "3 bed"))));

        assertThat(applied.voided()).containsExactly("beds");
    }

    @Test
    void what_has_no_key_is_not_stored_whoever_proposes_it() {
        var applied = apply(
                byHand("religion", "any"),
                byHand("mustHaves.", true),
                byHand("financing", "RICH"),
                byHand("intent", "steal"));

        assertThat(applied.voided()).containsExactly("religion", "mustHaves.", "financing", "intent");
        assertThat(agency.inScope(() -> facts.history(lead))).isEmpty();
        assertThat(agency.inScope(() -> facts.qualification(lead))).isEmpty();
    }

    @Test
    void a_lead_of_another_agency_is_not_found() {
        var stranger = agencies.fresh();

        assertThatThrownBy(() -> stranger.inScope(() -> facts.apply(lead, null, List.of())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void twenty_writers_leave_gap_free_revisions_and_the_score_of_the_last() throws Exception {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20)
                    .mapToObj(beds -> writers.submit(() -> apply(byHand("beds", beds))))
                    .toList();
            for (var one : all) one.get();
        }

        assertThat(agency.inScope(() -> facts.history(lead)))
                .extracting(StoredFact::revision)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(qualifications()).isEqualTo(20);
    }

    @Test
    void facts_and_scores_can_be_neither_changed_nor_deleted() {
        apply(said("beds", 3, "3 bed"));

        for (var sql : List.of(
                "update fact set display = 'x'",
                "delete from fact",
                "update qualification set score = 100",
                "delete from contribution")) {
            assertThatThrownBy(() -> agency.inTransaction(() -> db.sql(sql).update()))
                    .hasStackTraceContaining("permission denied");
        }
    }

    private Facts.Applied apply(NewFact... proposals) {
        return agency.inScope(() -> facts.apply(lead, message, List.of(proposals)));
    }

    private NewFact said(String key, Object value, String words) {
        int at = SAID.indexOf(words);
        return new NewFact(
                key, value, words, new NewFact.Quote(words, at, at + words.length()), Origin.LOCAL_ENGINE, null, 0.9);
    }

    private NewFact byHand(String key, Object value) {
        return NewFact.byHand(key, value, String.valueOf(value), agency.owner().memberId());
    }

    private int qualifications() {
        return agency.inTransaction(
                () -> db.sql("select count(*) from qualification where lead_id = :lead and revision > 0")
                        .param("lead", lead)
                        .query(Integer.class)
                        .single());
    }

    private UUID message(UUID lead, String body) {
        var conversation = ids.next();
        var id = ids.next();
        db.sql("""
                with thread as (insert into conversation (id, lead_id, channel, state, last_seq, started_at, last_message_at)
                                values (:conversation, :lead, 'WEB_CHAT', 'ASSISTANT', 1, :now, :now))
                insert into message (id, conversation_id, seq, author, body, created_at)
                values (:id, :conversation, 1, 'SYSTEM', :body, :now)
                """)
                .param("conversation", conversation)
                .param("lead", lead)
                .param("id", id)
                .param("body", body)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        return id;
    }
}
