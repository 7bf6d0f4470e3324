package io.doorstep.analytics;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.analytics.Analytics.FunnelStep;
import io.doorstep.pipeline.PipelineKind;
import io.doorstep.platform.Refused;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Five leads, counted by hand: one wrote and was never answered, one came back, one booked, one bought, one came a month before. */
@DoorstepTest
class AnalyticsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 31);
    private static final List<String> WAY = List.of(
            "NEW",
            "CONTACTED",
            "QUALIFIED",
            "APPOINTMENT_SET",
            "MET",
            "AGREEMENT_SIGNED",
            "SHOWING",
            "OFFER",
            "UNDER_CONTRACT",
            "WON");

    @Autowired
    TestAgencies agencies;

    @Autowired
    AnalyticsController controller;

    @Autowired
    JdbcClient db;

    TestAgency agency;

    @BeforeEach
    void five_leads() {
        agency = agencies.fresh();
        agency.inTransaction(() -> {
            wrote("PORTAL", MONDAY);
            talked(wrote("WEB_CHAT", MONDAY), Duration.ofMinutes(3));
            went(talked(wrote("WEB_CHAT", MONDAY), Duration.ofSeconds(30)), 3);
            went(talked(wrote("REFERRAL", MONDAY), Duration.ofHours(2)), 9);
            wrote("PORTAL", MONDAY.minus(Duration.ofDays(30)));
            touch("FORM", "REJECTED", null, null, MONDAY);
            return 0;
        });
    }

    @Test
    void every_touch_is_accounted_for() {
        var accounting = report(null).accounting();

        assertThat(accounting).isEqualTo(new Analytics.Accounting(8, 4, 3, 1, true));
    }

    @Test
    void a_touch_that_nobody_has_read_yet_does_not_add_up() {
        agency.inTransaction(() -> touch("FORM", "RECEIVED", null, null, MONDAY));

        assertThat(report(null).accounting()).isEqualTo(new Analytics.Accounting(9, 4, 3, 1, false));
    }

    @Test
    void the_funnel_goes_from_touch_to_won_and_never_widens() {
        var funnel = report(null).funnel();

        assertThat(funnel)
                .extracting(FunnelStep::step)
                .containsExactly(
                        "TOUCHES", "NEW_LEADS", "TWO_WAY", "QUALIFIED", "APPOINTMENT_SET", "MET", "SIGNED", "WON");
        assertThat(funnel).extracting(FunnelStep::count).containsExactly(8, 4, 3, 2, 2, 1, 1, 1);
        assertThat(funnel.get(1).leftText()).isEqualTo("3 merged, 1 rejected");
        assertThat(funnel.get(2).kept()).isEqualTo(0.75);
        assertThat(funnel.get(5).left()).isEqualTo(1);
        assertThat(funnel.get(4).medianSeconds())
                .as("an hour from stage to stage")
                .isEqualTo(3_600);
    }

    @Test
    void the_first_answer_of_a_person_falls_into_its_bucket() {
        var buckets = report(null).firstAnswer();

        assertThat(buckets).extracting(Analytics.FirstAnswerBucket::leads).containsExactly(1, 1, 0, 0, 1, 0, 1);
        assertThat(buckets.getLast().reachedShare()).isZero();
        assertThat(buckets.getFirst().reachedShare()).isEqualTo(1);
    }

    @Test
    void sources_team_and_figures_agree_with_the_funnel() {
        var report = report(null);

        assertThat(report.sources())
                .extracting(Analytics.SourceRow::source)
                .containsExactly("WEB_CHAT", "PORTAL", "REFERRAL");
        assertThat(report.sources()).extracting(Analytics.SourceRow::booked).containsExactly(1, 0, 1);
        assertThat(report.sources().getLast().valueMinor()).isEqualTo(50_000_000);
        assertThat(report.sources().getFirst().weeks()).hasSize(12);
        assertThat(report.sources().getFirst().weeks().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(2);
        assertThat(report.team()).singleElement().satisfies(row -> {
            assertThat(row.leads()).isEqualTo(4);
            assertThat(row.booked()).isEqualTo(2);
            assertThat(row.won()).isEqualTo(1);
        });
        assertThat(report.kpis().wonDeals()).isEqualTo(1);
        assertThat(report.kpis().wonValueMinor()).isEqualTo(50_000_000);
        assertThat(report.kpis().memberMedianSeconds()).isEqualTo(180);
        assertThat(report.synthetic()).isFalse();
    }

    @Test
    void one_pipeline_counts_its_own_leads_only() {
        assertThat(report(PipelineKind.BUYER).kpis().leads()).isEqualTo(2);
        assertThat(report(PipelineKind.RENTAL).kpis().leads()).isZero();
    }

    @Test
    void another_agency_sees_nothing_of_it() {
        var other = agencies.fresh();

        var report = other.inTransaction(() -> controller.analytics(FROM, TO, null));

        assertThat(report.accounting().touches()).isZero();
        assertThat(report.funnel()).extracting(FunnelStep::count).containsOnly(0);
    }

    @Test
    void a_span_that_runs_backwards_names_its_field() {
        assertThatThrownBy(() -> agency.inTransaction(() -> controller.analytics(TO, FROM, null)))
                .isInstanceOf(Refused.class);
    }

    private Analytics report(@org.jspecify.annotations.Nullable PipelineKind kind) {
        return agency.inTransaction(() -> controller.analytics(FROM, TO, kind));
    }

    private UUID wrote(String source, Instant at) {
        var lead = UUID.randomUUID();
        db.sql("insert into lead (id, name, source, owner_id, created_at) values (:id, 'L', :source, :owner, :at)")
                .param("id", lead)
                .param("source", source)
                .param("owner", agency.owner().memberId())
                .param("at", at.atOffset(UTC))
                .update();
        db.sql("""
                insert into conversation (id, lead_id, channel, state, last_seq, started_at, last_message_at)
                values (:id, :id, 'WEB_CHAT', 'ASSISTANT', 3, :at, :at)
                """).param("id", lead).param("at", at.atOffset(UTC)).update();
        say(lead, 1, "LEAD", touch(source, "NEW_LEAD", lead, lead, at), at);
        return lead;
    }

    /** A person answers after a while, the lead writes again a minute later. */
    private UUID talked(UUID lead, Duration after) {
        say(lead, 2, "MEMBER", null, MONDAY.plus(after));
        var again = MONDAY.plus(after).plusSeconds(60);
        say(lead, 3, "LEAD", touch("WEB_CHAT", "MERGED", lead, lead, again), again);
        return lead;
    }

    private void went(UUID lead, int stages) {
        var open = stages < WAY.size() - 1;
        db.sql("""
                insert into deal (id, lead_id, pipeline_id, pipeline_version, stage, move_seq, stage_since, open, owner_id, value_minor, currency, source,
                                  opened_at, closed_at)
                select :lead, :lead, id, 1, :stage, :seq, :at, :open, :owner, 50000000, 'USD', 'WEB_CHAT', :at, case when not :open then :at end
                  from pipeline where kind = 'BUYER'
                """)
                .param("lead", lead)
                .param("stage", WAY.get(stages))
                .param("seq", stages + 1)
                .param("open", open)
                .param("at", MONDAY.plus(Duration.ofHours(4 + stages)).atOffset(UTC))
                .param("owner", agency.owner().memberId())
                .update();
        for (var step = 0; step <= stages; step++) {
            db.sql("""
                    insert into deal_move (deal_id, seq, pipeline_id, pipeline_version, kind, from_stage, to_stage, actor, at)
                    select :lead, :seq, id, 1, :kind, :from, :to, 'SYSTEM', :at from pipeline where kind = 'BUYER'
                    """)
                    .param("lead", lead)
                    .param("seq", step + 1)
                    .param("kind", step == 0 ? "OPENED" : "TRANSITION")
                    .param("from", step == 0 ? null : WAY.get(step - 1))
                    .param("to", WAY.get(step))
                    .param("at", MONDAY.plus(Duration.ofHours(4 + step)).atOffset(UTC))
                    .update();
        }
        if (open) {
            db.sql(
                            "insert into next_action (id, deal_id, kind, title, owner_id, due_at, created_at) values (:id, :id, 'CALL', 'Call', :owner, :at, :at)")
                    .param("id", lead)
                    .param("owner", agency.owner().memberId())
                    .param("at", MONDAY.atOffset(UTC))
                    .update();
        }
    }

    private UUID touch(
            String source,
            String outcome,
            @org.jspecify.annotations.Nullable UUID lead,
            @org.jspecify.annotations.Nullable UUID conversation,
            Instant at) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into touch (id, source, client_key, raw, outcome, rejection, lead_id, conversation_id, received_at)
                values (:id, :source, :id::text, '{}', :outcome, case when :outcome = 'REJECTED' then 'HONEYPOT' end, :lead, :conversation, :at)
                """)
                .param("id", id)
                .param("source", source)
                .param("outcome", outcome)
                .param("lead", lead)
                .param("conversation", conversation)
                .param("at", at.atOffset(UTC))
                .update();
        return id;
    }

    private void say(
            UUID conversation, int seq, String author, @org.jspecify.annotations.Nullable UUID touch, Instant at) {
        db.sql("""
                insert into message (id, conversation_id, seq, author, member_id, body, touch_id, created_at)
                values (:id, :conversation, :seq, :author, :member, 'words', :touch, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("conversation", conversation)
                .param("seq", seq)
                .param("author", author)
                .param("member", author.equals("MEMBER") ? agency.owner().memberId() : null)
                .param("touch", touch)
                .param("at", at.atOffset(UTC))
                .update();
    }
}
