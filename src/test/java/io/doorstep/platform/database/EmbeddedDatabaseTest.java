package io.doorstep.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    @TempDir
    Path home;

    @Test
    void what_was_stored_is_there_after_a_stop_and_a_start_and_it_is_durable() {
        try (var database = EmbeddedDatabase.start(home)) {
            admin(database).sql("create table kept (word text)").update();
            admin(database).sql("insert into kept values ('here')").update();
        }

        try (var database = EmbeddedDatabase.start(home)) {
            assertThat(admin(database)
                            .sql("select word from kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("here");
            assertThat(admin(database).sql("show fsync").query(String.class).single())
                    .isEqualTo("on");
            assertThat(admin(database)
                            .sql("show synchronous_commit")
                            .query(String.class)
                            .single())
                    .isEqualTo("on");
        }
    }

    @Test
    void a_database_left_behind_by_a_killed_process_is_adopted_with_its_data() throws Exception {
        var first = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartAndHang.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = first.inputReader()) {
            assertThat(output.lines().filter(line -> line.startsWith("stored")).findFirst())
                    .isPresent();
        }
        first.destroyForcibly();
        assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();

        try (var database = EmbeddedDatabase.start(home)) {
            assertThat(admin(database)
                            .sql("select word from kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("before the kill");
        }
    }

    @Test
    void a_second_server_on_the_same_home_is_refused_and_a_tool_may_join() {
        try (var server = EmbeddedDatabase.start(home)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(home))
                    .hasMessageContaining("already")
                    .hasMessageContaining("DOORSTEP_HOME");
            try (var tool = EmbeddedDatabase.join(home)) {
                assertThat(tool.settings(1).url()).isEqualTo(server.settings(1).url());
            }
            assertThat(admin(server).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    private static JdbcClient admin(EmbeddedDatabase database) {
        return JdbcClient.create(database.settings(1).admin());
    }

    /** A process to kill: starts the database, stores a word, waits for its end. */
    static final class StartAndHang {
        public static void main(String[] args) throws InterruptedException {
            var database = EmbeddedDatabase.start(Path.of(args[0]));
            var db = JdbcClient.create(database.settings(1).admin());
            db.sql("create table kept (word text)").update();
            db.sql("insert into kept values ('before the kill')").update();
            System.out.println("stored");
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
