package io.doorstep.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.attack.RoleMatrix.Asked;
import io.doorstep.testing.DoorstepTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Function level authorization: each route lets in exactly whom the reviewed table names. */
@DoorstepTest
class RoleMatrixTest {

    @Autowired
    WebApplicationContext rooms;

    @AfterEach
    void end_streams() {
        World.of(rooms).endStreams();
    }

    @Test
    void every_route_stands_in_the_table_and_every_line_of_it_is_a_route() {
        var table = Access.table().keySet();
        var routes = Routes.keys(Routes.of(rooms));

        var missing = new TreeSet<>(routes);
        missing.removeAll(table);
        var gone = new TreeSet<>(table);
        gone.removeAll(routes);
        assertThat(missing)
                .as("routes without a line in src/test/resources/attack/routes.txt")
                .isEmpty();
        assertThat(gone)
                .as("lines of src/test/resources/attack/routes.txt without a route")
                .isEmpty();
    }

    @Test
    void the_page_about_the_routes_is_what_the_table_says() throws IOException {
        var now = Report.page(
                Routes.of(rooms),
                Access.table(),
                new Requests(),
                World.of(rooms).a());
        if (Boolean.getBoolean("routes.write")) Files.writeString(Report.PAGE, now);

        assertThat(Files.readString(Report.PAGE))
                .as("run `make contract` and commit docs/routes.md")
                .isEqualTo(now);
    }

    @Test
    void each_route_lets_in_whom_the_table_names_and_nobody_else() {
        var table = Access.table();
        var matrix = new RoleMatrix(rooms);
        var asked = new ArrayList<Asked>();
        Routes.of(rooms).forEach(route -> asked.addAll(matrix.ask(route, Access.of(table, route))));

        Report.roles(asked);
        assertThat(asked.stream().filter(one -> one.answer().failed()).map(RoleMatrix::said))
                .as("failures")
                .isEmpty();
        assertThat(asked.stream()
                        .filter(one -> one.letIn() != one.expected())
                        .filter(one -> !(one.as().endsWith("token") && RoleMatrix.needsPerson(one.answer())))
                        .map(one ->
                                RoleMatrix.said(one) + "\n      " + one.answer().body()))
                .isEmpty();
        assertThat(wrongAnswers(asked))
                .as("a route whose good request is not answered as the table says was not really tried")
                .isEmpty();
    }

    /** The owner's request is a good one, so its answer is known. */
    private static List<String> wrongAnswers(List<Asked> asked) {
        var table = Access.table();
        return asked.stream()
                .filter(one -> one.as().equals("OWNER"))
                .filter(one ->
                        one.answer().status() != Access.of(table, one.route()).answer())
                .map(one -> "%s: %d instead of %d\n      %s"
                        .formatted(
                                one.route(),
                                one.answer().status(),
                                Access.of(table, one.route()).answer(),
                                one.answer().body().lines().limit(1).findFirst().orElse("")))
                .toList();
    }
}
