package io.doorstep.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountingTest {

    private static final RunId RUN = new RunId("run", "file");
    private static final UUID CONVERSATION = new UUID(7, 7);
    private static final Dialogue TWO_LINES = new Dialogue("d", List.of("hello", "a 3 bed"));

    @Test
    void what_was_acknowledged_stored_once_and_answered_is_explained() {
        var accounting = account(acknowledged(2, 4), stored("ASSISTANT", "A", "L0", "A", "L1", "A"));

        assertThat(accounting.unexplained()).isEmpty();
        assertThat(accounting.tally().acknowledged).isEqualTo(2);
        assertThat(accounting.tally().stored).isEqualTo(2);
        assertThat(accounting.tally().answered).isEqualTo(2);
    }

    @Test
    void an_acknowledged_message_that_is_not_there_is_lost() {
        var accounting = account(acknowledged(2, 4), stored("ASSISTANT", "A", "L0", "A"));

        assertThat(accounting.unexplained()).containsExactly("d line 2 was acknowledged and is lost");
    }

    @Test
    void a_message_that_stands_there_twice_is_named() {
        var accounting = account(acknowledged(2, 4), stored("ASSISTANT", "A", "L0", "A", "L1", "L1", "A"));

        assertThat(accounting.unexplained()).containsExactly("d line 2 is stored 2 times");
    }

    @Test
    void a_message_without_an_answer_is_named_unless_a_person_was_asked_for() {
        var silent = new String[] {"A", "L0", "A", "L1"};

        assertThat(account(acknowledged(2, 4), stored("ASSISTANT", silent)).unexplained())
                .containsExactly("d line 2 has no answer");
        var waiting = account(acknowledged(2, 4), stored("WAITING", silent));
        assertThat(waiting.unexplained()).isEmpty();
        assertThat(waiting.tally().leftToAPerson).isEqualTo(1);
    }

    @Test
    void a_line_that_was_never_acknowledged_is_named_even_when_it_is_stored() {
        var entries = acknowledged(2, 4).subList(0, 1);

        assertThat(account(entries, stored("ASSISTANT", "A", "L0", "A", "L1", "A"))
                        .unexplained())
                .containsExactly("d line 2 was never acknowledged");
    }

    @Test
    void a_declined_line_is_named_with_its_reason() {
        var entries = new ArrayList<>(acknowledged(2, 4).subList(0, 1));
        entries.add(new Entry.Declined("d", 1, "422 invalid"));

        assertThat(account(entries, stored("ASSISTANT", "A", "L0", "A")).unexplained())
                .containsExactly("d line 2 was declined: 422 invalid");
    }

    @Test
    void another_place_than_the_acknowledged_one_and_a_gap_are_named() {
        var moved = account(acknowledged(2, 5), stored("ASSISTANT", "A", "L0", "A", "L1", "A"));
        assertThat(moved.unexplained()).containsExactly("d line 2 was acknowledged at place 5 and stands at 4");

        var gap = new Server.Stored(
                "ASSISTANT",
                List.of(
                        new ChatLine(1, "ASSISTANT", null),
                        lead(2, 0),
                        lead(4, 1),
                        new ChatLine(5, "ASSISTANT", null)));
        assertThat(account(acknowledged(2, 4), gap).unexplained()).containsExactly("d has place 4 where 3 is due");
    }

    @Test
    void a_message_of_a_lead_that_nobody_sent_is_named() {
        var foreign =
                new ArrayList<>(stored("ASSISTANT", "A", "L0", "A", "L1", "A").lines());
        foreign.add(new ChatLine(6, "LEAD", "someone-else"));
        foreign.add(new ChatLine(7, "ASSISTANT", null));

        assertThat(account(acknowledged(2, 4), new Server.Stored("ASSISTANT", foreign))
                        .unexplained())
                .containsExactly("d holds 1 messages of a lead that nobody sent (someone-else)");
    }

    @Test
    void two_acknowledgements_of_one_message_must_say_the_same() {
        var entries = new ArrayList<>(acknowledged(2, 4));
        entries.add(acknowledged(2, 4).getLast());
        assertThat(account(entries, stored("ASSISTANT", "A", "L0", "A", "L1", "A"))
                        .unexplained())
                .isEmpty();

        entries.add(new Entry.Acknowledged("d", 0, RUN.clientId("d", 0), 9, CONVERSATION));
        assertThat(account(entries, stored("ASSISTANT", "A", "L0", "A", "L1", "A"))
                        .unexplained())
                .anyMatch(sentence -> sentence.startsWith("d line 1 was acknowledged as"));
    }

    @Test
    void keys_and_ids_are_the_same_in_a_resumed_run_and_others_in_the_next_run() {
        assertThat(RUN.clientId("d", 1)).isEqualTo(new RunId("run", "file").clientId("d", 1));
        assertThat(RUN.clientId("d", 1))
                .isNotEqualTo(RUN.clientId("d", 2))
                .isNotEqualTo(new RunId("next", "file").clientId("d", 1));
        assertThat(RUN.clientId("d", 1).version()).isEqualTo(8);
        assertThat(RUN.visitorKey("d")).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(RUN.visitorKey("e"));
    }

    @Test
    void a_percentile_is_a_value_that_was_measured() {
        var hundred = new long[100];
        for (var i = 0; i < 100; i++) {
            hundred[i] = i + 1;
        }

        assertThat(Printout.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Printout.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Printout.percentile(new long[] {7}, 99)).isEqualTo(7);
    }

    private static Accounting account(List<Entry> entries, Server.Stored stored) {
        var accounting = new Accounting(RUN, Ledger.of(entries));
        accounting.add(TWO_LINES, stored);
        return accounting;
    }

    private static List<Entry> acknowledged(long first, long second) {
        return List.of(
                new Entry.Acknowledged("d", 0, RUN.clientId("d", 0), first, CONVERSATION),
                new Entry.Acknowledged("d", 1, RUN.clientId("d", 1), second, CONVERSATION));
    }

    /** A: the assistant; L0, L1: the lead's lines. */
    private static Server.Stored stored(String state, String... lines) {
        var stored = new ArrayList<ChatLine>();
        for (var line : lines) {
            var seq = stored.size() + 1;
            stored.add(line.equals("A") ? new ChatLine(seq, "ASSISTANT", null) : lead(seq, line.charAt(1) - '0'));
        }
        return new Server.Stored(state, stored);
    }

    private static ChatLine lead(long seq, int index) {
        return new ChatLine(seq, "LEAD", RUN.clientId("d", index).toString());
    }
}
