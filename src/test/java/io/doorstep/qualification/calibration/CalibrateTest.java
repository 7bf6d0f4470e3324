package io.doorstep.qualification.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.demo.DemoData;
import io.doorstep.qualification.Grade;
import io.doorstep.qualification.Qualification;
import io.doorstep.qualification.Scorecards;
import io.doorstep.qualification.Scoring;
import io.doorstep.qualification.SomeFacts;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the demo agencies' closed deals say about their scores. */
@DoorstepTest
class CalibrateTest {

    @Autowired
    DemoData demo;

    @Autowired
    Calibrate calibrate;

    @Autowired
    Calibrations calibrations;

    @Autowired
    Scorecards scorecards;

    @Autowired
    TestAgencies agencies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    io.doorstep.platform.database.DatabaseSettings settings;

    @BeforeEach
    void the_demo_agencies() {
        demo.ensure(_ -> {});
    }

    @Test
    void the_larger_demo_agency_has_outcomes_enough_and_learning_twice_gives_the_same() {
        var first = learn("harbor-pine");
        var verdict = Objects.requireNonNull(first.verdict());

        System.out.printf(
                "harbor-pine: %d won, %d lost, Brier %.4f against %.4f of the average%n",
                first.won(), first.lost(), verdict.brier(), verdict.baseBrier());
        assertThat(first.won()).isGreaterThanOrEqualTo(Calibration.LEAST_EACH);
        assertThat(verdict.tellsMore()).isTrue();
        assertThat(learn("harbor-pine")).isEqualTo(first);
        var ready = Scoring.score(
                in("harbor-pine", scorecards::current),
                SomeFacts.of(
                        SomeFacts.fact("financing", "\"CASH\""),
                        SomeFacts.fact("timeline", "{\"horizonDays\": 20}"),
                        SomeFacts.fact("motivation", "\"new job\""),
                        SomeFacts.fact("visitPreference", "\"Friday\""),
                        SomeFacts.fact("contact.phone", "\"+1\"")));
        assertThat(ready.grade()).isEqualTo(Grade.HOT);
        assertThat(chance(ready))
                .isGreaterThan(chance(Scoring.score(
                        in("harbor-pine", scorecards::current), SomeFacts.of(SomeFacts.fact("beds", "2")))));
    }

    @Test
    void an_agency_with_few_outcomes_is_told_no_chance() {
        assertThat(learn("linden-row").verdict()).isNull();
        var fresh = agencies.fresh();
        fresh.inScope(() -> {
            calibrate.run(fresh.tenant().value());
            return true;
        });
        assertThat(fresh.inTransaction(calibrations::newest).orElseThrow().calibration())
                .isEqualTo(new Calibration(0, 0, null));
    }

    private double chance(Qualification given) {
        return in("harbor-pine", () -> calibrate.of(given)).orElseThrow().probability();
    }

    private Calibration learn(String slug) {
        var tenant = tenant(slug);
        TenantScope.runIn(tenant, () -> calibrate.run(tenant.value()));
        return in(slug, calibrations::newest).orElseThrow().calibration();
    }

    private <T> T in(String slug, Supplier<T> work) {
        return TenantScope.callIn(tenant(slug), () -> transaction.execute(_ -> work.get()));
    }

    /** Past the directory's cache, which another test's reset may have made stale. */
    private TenantId tenant(String slug) {
        return new TenantId(JdbcClient.create(settings.admin())
                .sql("select id from tenant_directory where slug = :slug and status = 'ACTIVE'")
                .param("slug", slug)
                .query(UUID.class)
                .single());
    }
}
