package io.doorstep.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.pipeline.Actor;
import io.doorstep.pipeline.OpenDeal;
import io.doorstep.pipeline.PipelineKind;
import io.doorstep.platform.Refused;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
class GradeByHandTest {

    @Autowired
    TestAgencies agencies;

    @Autowired
    GradeByHand byHand;

    @Autowired
    Facts facts;

    @Autowired
    Leads leads;

    @Autowired
    OpenDeal openDeal;

    @Autowired
    JdbcClient db;

    @Autowired
    SettableClock clock;

    private TestAgency agency;
    private UUID lead;

    @BeforeEach
    void a_lead_with_a_deal() {
        agency = agencies.fresh();
        lead = agency.inTransaction(() -> {
            var id = leads.create(NewLead.anonymous(Source.WEB_CHAT));
            openDeal.forLead(id, PipelineKind.BUYER, Actor.ASSISTANT);
            return id;
        });
    }

    @AfterEach
    void time_as_it_is() {
        clock.reset();
    }

    @Test
    void a_grade_by_hand_stands_on_list_and_board_and_the_machines_stays_beside_it() {
        learn("financing", "CASH");

        give(Grade.HOT, "Her brother bought with us", null);

        assertThat(standing()).isEqualTo(new GradeRef(26, Grade.HOT, true));
        assertThat(onBoard()).isEqualTo(new GradeRef(26, Grade.HOT, true));
        assertThat(machine().grade()).isEqualTo(Grade.NURTURE);
    }

    @Test
    void new_facts_change_the_machines_grade_only() {
        give(Grade.UNQUALIFIED, "Only wants a valuation", null);

        learn("financing", "CASH");

        assertThat(machine().score()).isEqualTo(26);
        assertThat(standing()).isEqualTo(new GradeRef(26, Grade.UNQUALIFIED, true));
        agency.inScope(() -> {
            byHand.end(lead, agency.owner().memberId());
            return true;
        });
        assertThat(standing()).isEqualTo(new GradeRef(26, Grade.NURTURE, false));
        assertThat(onBoard()).isEqualTo(standing());
    }

    @Test
    void it_ends_when_its_time_is_up_once_and_leaves_a_newer_one_alone() {
        learn("financing", "CASH");
        var until = clock.instant().plus(Duration.ofDays(2));
        give(Grade.HOT, "Calls back on Friday", until);
        var first = newest();

        clock.forward(Duration.ofDays(3));
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !standing().byHand());

        give(Grade.WARM, "Did call", null);
        agency.inScope(() -> {
            byHand.run(first);
            return true;
        });
        assertThat(standing()).isEqualTo(new GradeRef(26, Grade.WARM, true));
        assertThat(number("select count(*) from score_override where ended_at is not null and ended_by is null"))
                .isEqualTo(1);
    }

    @Test
    void of_ten_who_judge_at_once_one_stands_and_all_are_remembered() throws Exception {
        List<Callable<Boolean>> judges = IntStream.range(0, 10)
                .<Callable<Boolean>>mapToObj(one -> () -> {
                    give(Grade.values()[one % 4], "judge " + one, null);
                    return true;
                })
                .toList();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : people.invokeAll(judges)) one.get();
        }

        assertThat(number("select count(*) from score_override")).isEqualTo(10);
        assertThat(number("select count(*) from score_override where ended_at is null"))
                .isEqualTo(1);
        assertThat(standing().byHand()).isTrue();
        assertThat(onBoard()).isEqualTo(standing());
    }

    @Test
    void a_past_end_and_a_lead_of_another_agency_are_refused() {
        assertThatThrownBy(() -> give(Grade.HOT, "late", clock.instant().minusSeconds(1)))
                .isInstanceOf(Refused.class);
        var stranger = agencies.fresh();
        assertThatThrownBy(() -> stranger.inScope(() -> {
                    byHand.give(lead, Grade.HOT, "mine", null, stranger.owner().memberId());
                    return true;
                }))
                .isInstanceOf(Refused.class);
        assertThat(number("select count(*) from score_override")).isZero();
    }

    private void learn(String key, String value) {
        agency.inScope(() -> facts.apply(
                lead,
                null,
                List.of(NewFact.byHand(key, value, value, agency.owner().memberId()))));
    }

    private void give(Grade grade, String reason, @Nullable Instant until) {
        agency.inScope(() -> {
            byHand.give(lead, grade, reason, until, agency.owner().memberId());
            return true;
        });
    }

    private Qualification machine() {
        return agency.inScope(() -> facts.qualification(lead)).orElseThrow();
    }

    private GradeRef standing() {
        return grade("select score, grade, by_hand from standing where lead_id = :lead");
    }

    private GradeRef onBoard() {
        return grade("select score, grade, by_hand from deal_card where lead_id = :lead");
    }

    private GradeRef grade(String sql) {
        return agency.inTransaction(() -> db.sql(sql)
                .param("lead", lead)
                .query((row, _) -> new GradeRef(row.getInt(1), Grade.valueOf(row.getString(2)), row.getBoolean(3)))
                .single());
    }

    private UUID newest() {
        return agency.inTransaction(() -> db.sql("select id from score_override order by id desc limit 1")
                .query(UUID.class)
                .single());
    }

    private long number(String sql) {
        return agency.inTransaction(() -> db.sql(sql).query(Long.class).single());
    }
}
