package io.doorstep.pipeline;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.pipeline.PipelineScene.Scene;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks the state machine with raw SQL as doorstep_app, in the tenant's own scope: what the map lacks, the database refuses. */
@PipelineTest
class MapHeldByDatabaseTest {

    @Autowired
    TestAgencies agencies;

    @Autowired
    Scene scene;

    @Autowired
    OpenDeal openDeal;

    @Autowired
    MoveDeal move;

    @Autowired
    Definitions definitions;

    @Autowired
    Deals deals;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private TestAgency agency;

    @BeforeEach
    void an_agency() {
        agency = agencies.fresh();
    }

    @ParameterizedTest
    @EnumSource(PipelineKind.class)
    void every_pair_of_stages_passes_exactly_when_the_map_has_it(PipelineKind kind) {
        var definition = agency.inTransaction(() -> definitions.of(kind));
        List<String> wrong = new ArrayList<>();
        for (var from : definition.stages()) {
            var deal = standingIn(definition, from.key());
            for (var to : definition.stages()) {
                boolean accepted = passes(() -> {
                    insert(deal, "TRANSITION", from.key(), to.key());
                    stand(deal, to);
                });
                boolean listed = definition.transition(from.key(), to.key()).isPresent();
                if (accepted != listed) wrong.add("%s to %s: accepted %s".formatted(from.key(), to.key(), accepted));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_stage_without_its_history_is_refused() {
        var deal = agency.inTransaction(scene::anyDeal);

        refused(() -> db.sql("update deal set stage = 'CONTACTED' where id = :id")
                .param("id", deal.id())
                .update());
        refused(() -> db.sql("update deal set stage = 'CONTACTED', move_seq = 2 where id = :id")
                .param("id", deal.id())
                .update());
    }

    @Test
    void history_without_its_deal_standing_there_is_refused() {
        var deal = agency.inTransaction(scene::anyDeal);
        refused(() -> insert(deal, 3, "TRANSITION", "NEW", "CONTACTED"));
        refused(() -> insert(deal, 2, "TRANSITION", "CONTACTED", "QUALIFIED"));
    }

    @Test
    void an_override_without_reason_or_without_authority_is_refused() {
        var deal = agency.inTransaction(scene::anyDeal);
        for (var tail : List.of(
                "'MEMBER', :member, 'OWNER', null",
                "'MEMBER', :member, 'AGENT', 'because'",
                "'ASSISTANT', null, 'OWNER', 'because'")) {
            refused(() -> db.sql("""
                            insert into deal_move (deal_id, seq, pipeline_id, pipeline_version, kind, from_stage, to_stage, actor, member_id, authority, reason, at)
                            values (:deal, 2, :pipeline, 1, 'OVERRIDE', 'NEW', 'OFFER', %s, :now)
                            """.formatted(tail))
                    .param("deal", deal.id())
                    .param("pipeline", deal.pipelineId())
                    .param("member", agency.owner().memberId())
                    .param("now", clock.instant().atOffset(UTC))
                    .update());
        }
    }

    @Test
    void an_undo_goes_back_to_where_the_last_move_came_from_and_nowhere_else() {
        var definition = agency.inTransaction(() -> definitions.of(PipelineKind.BUYER));
        var deal = standingIn(definition, "QUALIFIED");

        for (var to : List.of("CONTACTED", "OFFER", "WON")) {
            refused(() -> {
                insert(deal, "UNDO", "QUALIFIED", to);
                stand(deal, definition.require(to));
            });
        }
    }

    @Test
    void a_deal_is_closed_exactly_in_an_end() {
        var deal = agency.inTransaction(scene::anyDeal);

        refused(() -> db.sql("update deal set open = false, closed_at = opened_at where id = :id")
                .param("id", deal.id())
                .update());
        refused(() -> {
            insert(deal, "TRANSITION", "NEW", "LOST");
            db.sql("update deal set stage = 'LOST', move_seq = 2 where id = :id")
                    .param("id", deal.id())
                    .update();
        });
    }

    @Test
    void an_open_deal_without_a_next_action_or_with_two_is_refused() {
        var deal = agency.inTransaction(scene::anyDeal);

        refused(() -> db.sql("update next_action set done_at = due_at where deal_id = :id")
                .param("id", deal.id())
                .update());
        refused(() -> db.sql("""
                insert into next_action (id, deal_id, kind, title, owner_id, due_at, created_at)
                select gen_random_uuid(), deal_id, kind, title, owner_id, due_at, created_at from next_action where deal_id = :id
                """).param("id", deal.id()).update());
        refused(() -> {
            insert(deal, "TRANSITION", "NEW", "LOST");
            db.sql("update deal set stage = 'LOST', move_seq = 2, open = false, closed_at = opened_at where id = :id")
                    .param("id", deal.id())
                    .update();
        });
    }

    @Test
    void a_move_is_not_judged_by_the_map_of_another_pipeline() {
        var deal = agency.inTransaction(scene::anyDeal);
        var rental = agency.inTransaction(() -> definitions.of(PipelineKind.RENTAL));

        refused(() -> db.sql("""
                        with moved as (update deal set stage = 'CONTACTED', move_seq = 2, pipeline_id = :other where id = :deal)
                        insert into deal_move (deal_id, seq, pipeline_id, pipeline_version, kind, from_stage, to_stage, actor, at)
                        values (:deal, 2, :other, 1, 'TRANSITION', 'NEW', 'CONTACTED', 'SYSTEM', :now)
                        """)
                .param("deal", deal.id())
                .param("other", rental.pipelineId())
                .param("now", clock.instant().atOffset(UTC))
                .update());
    }

    @Test
    void a_change_of_pipeline_keeps_the_stage_and_is_on_record() {
        var deal = agency.inTransaction(scene::anyDeal);
        var rental = agency.inTransaction(() -> definitions.of(PipelineKind.RENTAL));

        refused(() -> db.sql("update deal set pipeline_id = :other where id = :deal")
                .param("other", rental.pipelineId())
                .param("deal", deal.id())
                .update());
        refused(() -> db.sql("""
                        with moved as (update deal set stage = 'VIEWED', move_seq = 2, pipeline_id = :other where id = :deal)
                        insert into deal_move (deal_id, seq, pipeline_id, pipeline_version, kind, from_stage, to_stage, from_pipeline, actor, at)
                        values (:deal, 2, :other, 1, 'REROUTED', 'NEW', 'VIEWED', :buyer, 'SYSTEM', :now)
                        """)
                .param("deal", deal.id())
                .param("other", rental.pipelineId())
                .param("buyer", deal.pipelineId())
                .param("now", clock.instant().atOffset(UTC))
                .update());
    }

    @Test
    void a_deal_opens_in_the_initial_stage() {
        var deal = agency.inTransaction(scene::anyDeal);

        refused(() -> db.sql("""
                        with born as (insert into deal (id, lead_id, pipeline_id, pipeline_version, stage, move_seq, stage_since, owner_id, currency, source, opened_at)
                                      select :id, lead_id, pipeline_id, pipeline_version, 'OFFER', 1, stage_since, owner_id, currency, source, opened_at
                                        from deal where id = :deal)
                        insert into deal_move (deal_id, seq, pipeline_id, pipeline_version, kind, to_stage, actor, at)
                        values (:id, 1, :pipeline, 1, 'OPENED', 'OFFER', 'SYSTEM', :now)
                        """)
                .param("id", scene.ids().next())
                .param("deal", deal.id())
                .param("pipeline", deal.pipelineId())
                .param("now", clock.instant().atOffset(UTC))
                .update());
    }

    @Test
    void history_and_a_published_map_can_be_neither_changed_nor_added_to() {
        var deal = agency.inTransaction(scene::anyDeal);

        for (var sql : List.of(
                "update deal_move set to_stage = 'WON'",
                "delete from deal_move",
                "delete from deal",
                "update transition set guards = '{}'",
                "delete from transition",
                "update stage set kind = 'WON'",
                "update pipeline set current_version = 0",
                "insert into transition (pipeline_id, version, from_stage, to_stage) select id, 1, 'NEW', 'WON' from pipeline",
                "insert into stage (pipeline_id, version, key, name, position, kind) select id, 1, 'SHORTCUT', 'Shortcut', 99, 'OPEN' from pipeline")) {
            refused(() -> db.sql(sql).update());
        }
        assertThat(agency.inTransaction(() -> deals.find(deal.id()))).contains(deal);
    }

    /** A deal that got there by overrides, which reach every stage. */
    private Deal standingIn(Definition definition, String stage) {
        var deal = agency.inTransaction(() -> openDeal.forLead(scene.anyLead(), definition.kind(), Actor.ASSISTANT));
        if (deal.stage().equals(stage)) return deal;
        var outcome = agency.inScope(() -> move.override(
                deal.id(),
                stage,
                1,
                Scene.owner(agency),
                new MoveExtras(Set.of(), "x", null, null, null),
                "Set the scene"));
        return ((MoveOutcome.Moved) outcome).deal();
    }

    private void insert(Deal deal, String kind, String from, String to) {
        insert(deal, deal.moveSeq() + 1, kind, from, to);
    }

    private void insert(Deal deal, int seq, String kind, String from, String to) {
        db.sql("""
                insert into deal_move (deal_id, seq, pipeline_id, pipeline_version, kind, from_stage, to_stage, actor, at)
                values (:deal, :seq, :pipeline, 1, :kind, :from, :to, 'SYSTEM', :now)
                """)
                .param("deal", deal.id())
                .param("seq", seq)
                .param("pipeline", deal.pipelineId())
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** Everything else as it must be, so that only the map can object. */
    private void stand(Deal deal, Definition.Stage to) {
        db.sql("update next_action set done_at = created_at where deal_id = :deal and done_at is null")
                .param("deal", deal.id())
                .update();
        db.sql("""
                update deal set stage = :stage, move_seq = move_seq + 1, open = :open, closed_at = case when :open then null else :now::timestamptz end
                 where id = :deal
                """)
                .param("stage", to.key())
                .param("open", !to.kind().terminal())
                .param("now", clock.instant().atOffset(UTC))
                .param("deal", deal.id())
                .update();
        if (to.kind().terminal()) return;
        db.sql("""
                insert into next_action (id, deal_id, kind, title, owner_id, due_at, created_at)
                select gen_random_uuid(), id, 'OTHER', 'Next', owner_id, opened_at, opened_at from deal where id = :deal
                """).param("deal", deal.id()).update();
    }

    private void refused(Runnable attack) {
        assertThatThrownBy(() -> agency.inTransaction(attack)).isInstanceOf(DataAccessException.class);
    }

    /** Whether it would commit; rolled back in any case. */
    private boolean passes(Runnable attack) {
        try {
            agency.inTransaction(() -> {
                attack.run();
                db.sql("set constraints all immediate").update();
                throw new RolledBack();
            });
            return true;
        } catch (RolledBack passed) {
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    private static final class RolledBack extends RuntimeException {}
}
