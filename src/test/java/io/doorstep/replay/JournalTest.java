package io.doorstep.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Entry BEGUN = new Entry.Begun("run", "file", "agency");
    private static final Entry ACK = new Entry.Acknowledged("d", 0, new UUID(1, 2), 2, new UUID(3, 4));

    @TempDir
    Path directory;

    @Test
    void what_was_added_is_there_after_a_restart() throws IOException {
        try (var journal = Journal.fresh(path())) {
            journal.add(BEGUN);
            journal.add(ACK);
        }

        try (var journal = Journal.resumed(path())) {
            assertThat(journal.entries()).containsExactly(BEGUN, ACK);
        }
    }

    @Test
    void a_line_cut_off_by_a_kill_is_dropped_and_written_over() throws IOException {
        try (var journal = Journal.fresh(path())) {
            journal.add(BEGUN);
        }
        Files.writeString(path(), "{\"type\":\"acknow", StandardOpenOption.APPEND);

        try (var journal = Journal.resumed(path())) {
            journal.add(ACK);
        }

        try (var journal = Journal.resumed(path())) {
            assertThat(journal.entries()).containsExactly(BEGUN, ACK);
        }
    }

    @Test
    void a_new_run_keeps_the_old_journal_aside() throws IOException {
        try (var journal = Journal.fresh(path())) {
            journal.add(BEGUN);
        }

        try (var journal = Journal.fresh(path())) {
            assertThat(journal.entries()).isEmpty();
        }
        assertThat(Files.readString(directory.resolve("j.journal.previous"))).contains("begun");
    }

    @Test
    void a_damaged_journal_says_so() throws IOException {
        Files.writeString(path(), "{\"type\":\"begun\"}\nnot json\n");

        assertThatThrownBy(() -> Journal.resumed(path()))
                .isInstanceOf(ReplayStopped.class)
                .hasMessageContaining("damaged");
    }

    private Path path() {
        return directory.resolve("j.journal");
    }
}
