package io.doorstep.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.demo.DemoData;
import io.doorstep.identity.Directory;
import io.doorstep.lifecycle.erasure.EraseAgency;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.standing.Register;
import io.doorstep.testing.DoorstepTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DoorstepTest
class EraseAgencyTest {

    @Autowired
    DemoData demo;

    @Autowired
    Directory directory;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    EraseAgency eraseAgency;

    @Autowired
    Register register;

    private Twins.Twin doomed;
    private Twins.Twin neighbour;

    @BeforeEach
    void two_agencies_that_are_alike_to_the_id() {
        demo.ensure(_ -> {});
        var source = directory.tenantOfSlug("harbor-pine").orElseThrow().value();
        var number = Long.toString(System.nanoTime(), 36);
        doomed = Twins.of(settings, source, "doomed-" + number);
        neighbour = Twins.of(settings, source, "neighbour-" + number);
    }

    @Test
    void one_of_many_agencies_goes_to_the_last_row_and_nothing_else_changes() throws Exception {
        var before = Twins.rows(settings, doomed.tenant());
        var others = Twins.checksumsOfOthers(settings, doomed.tenant());
        register.close(doomed.tenant(), Instant.now());

        var outcome = eraseAgency.erase(doomed.tenant());

        System.out.println(before);
        assertThat(outcome).isInstanceOfSatisfying(EraseAgency.Outcome.Erased.class, erased -> assertThat(
                        erased.rows().get("lead"))
                .isEqualTo(before.get("lead"))
                .isGreaterThan(900L));
        assertThat(Twins.rows(settings, doomed.tenant()).values()).allMatch(rows -> rows == 0);
        assertThat(Twins.checksumsOfOthers(settings, doomed.tenant())).isEqualTo(others);
        assertThat(Twins.rows(settings, neighbour.tenant()).get("lead")).isEqualTo(before.get("lead"));
    }
}
