package io.doorstep.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.DoorstepTest;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Object level authorization between agencies, on every route there is. */
@DoorstepTest
class TenantMatrixTest {

    /** What the world has no row of, and why. */
    private static final Set<String> WITHOUT_A_ROW = Set.of(
            "agency_export_part", // written by a long task
            "mfa_policy",
            "outgoing_mail", // gone when it is sent
            "spent_proof",
            "calibration", // needs months of closed deals
            "dead_task", // a task that failed for days
            "guard_log", // written when a reply is stopped
            "idempotency",
            "message_source",
            "model_call",
            "model_setting",
            "model_spend",
            "question_plan",
            "rescoring");

    @Autowired
    WebApplicationContext rooms;

    @AfterEach
    void end_streams() {
        World.of(rooms).endStreams();
    }

    @Test
    void no_route_tells_or_changes_anything_of_another_agency() {
        var matrix = new TenantMatrix(rooms);
        var routes = Routes.of(rooms);
        routes.forEach(matrix::attack);
        routes.stream().findFirst().ifPresent(matrix::untouched);

        Report.tenants(routes, matrix);
        assertThat(matrix.leaks()).isEmpty();
    }

    @Test
    void the_world_has_a_row_of_every_kind() {
        var world = World.of(rooms);
        var empty = new TreeSet<>(world.checksums().empty(world.b()));

        empty.removeAll(WITHOUT_A_ROW);
        assertThat(empty)
                .as("tables without a row of agency B: make one in World")
                .isEmpty();
    }
}
