package io.doorstep.tenancy.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.platform.Ids;
import io.doorstep.tenancy.Tasks;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.MailServer;
import io.doorstep.testing.MailServer.Mood;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
class MailTest {

    @Autowired
    Outbox outbox;

    @Autowired
    OutgoingMails mails;

    @Autowired
    MailSettings settings;

    @Autowired
    Smtp smtp;

    @Autowired
    SendMail sendMail;

    @Autowired
    Tasks tasks;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    @Autowired
    Ids ids;

    @Autowired
    SettableClock clock;

    private final MailServer server = MailServer.shared();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_mail_arrives_whole_and_its_content_is_not_kept() {
        var agency = agencies.fresh();
        var link = "https://doorstep.example/in#" + "aB3-_".repeat(60);
        var body = "Hola, señora.\n\n.\n.dots at the start\n\n" + link + "\n\nDoorstep";

        agency.inTransaction(() -> outbox.send(new Mail(agency.email(), "Entrar, ¿sí?", body)));

        var mail = server.awaitTo(agency.email());
        assertThat(mail.subject()).isEqualTo("Entrar, ¿sí?");
        assertThat(mail.body().replace("\r\n", "\n").strip()).isEqualTo(body);
        assertThat(mail.link()).isEqualTo(link);
        assertThat(mail.from()).isEqualTo("doorstep@localhost");
        assertThat(mail.headers()).contains("Auto-Submitted: auto-generated");
        await().until(() -> rows(agency).isEmpty());
    }

    @Test
    void a_change_that_is_rolled_back_sends_nothing() {
        var agency = agencies.fresh();

        assertThatThrownBy(() -> agency.inTransaction((Runnable) () -> {
                    outbox.send(new Mail(agency.email(), "Never", "Never"));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        agency.inTransaction(() -> outbox.send(new Mail(agency.email(), "After it", "After it")));

        assertThat(server.awaitTo(agency.email()).subject()).isEqualTo("After it");
        assertThat(server.to(agency.email())).hasSize(1);
    }

    @Test
    void what_waits_is_unreadable_in_the_database_and_of_no_use_to_another_agency() {
        var agency = agencies.fresh();
        var other = agencies.fresh();
        var id = ids.next();
        agency.inTransaction(() -> mails.add(id, new Mail(agency.email(), "Subject", "secret-link"), clock.instant()));

        var sealed = agency.inTransaction(() -> db.sql("select sealed from outgoing_mail where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single());
        other.inTransaction(
                () -> db.sql("insert into outgoing_mail (id, sealed, created_at) values (:id, :sealed, now())")
                        .param("id", id)
                        .param("sealed", sealed)
                        .update());

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("secret-link", agency.email());
        assertThat(agency.inTransaction(() -> mails.find(id)).orElseThrow().mail())
                .isPresent();
        assertThat(other.inTransaction(() -> mails.find(id)).orElseThrow().mail())
                .isEmpty();
    }

    @Test
    void a_server_that_is_down_is_tried_again() {
        var agency = agencies.fresh();

        server.whileDown(() -> {
            agency.inTransaction(() -> outbox.send(new Mail(agency.email(), "Late", "Late")));
            await().until(() ->
                    rows(agency).stream().anyMatch(row -> Integer.valueOf(1).equals(row.get("attempts"))));
        });
        assertThat(rows(agency).getFirst()).containsEntry("problem", "MailConnectException at the mail server");
        clock.forward(Duration.ofSeconds(3));

        assertThat(server.awaitTo(agency.email()).subject()).isEqualTo("Late");
        await().until(() -> rows(agency).isEmpty());
    }

    @Test
    void not_now_is_tried_again_and_never_is_given_up_with_its_content_gone() {
        var agency = agencies.fresh();
        var nobody = "nobody@" + agency.slug() + ".example";
        server.next(agency.email(), Mood.answering(451));
        server.next(nobody, Mood.answering(550));

        agency.inTransaction(() -> {
            outbox.send(new Mail(agency.email(), "Greylisted", "Greylisted"));
            outbox.send(new Mail(nobody, "Unknown", "Unknown"));
        });

        await().until(() -> rows(agency).stream().allMatch(row -> row.get("problem") != null));
        assertThat(rows(agency))
                .extracting(row -> row.get("problem"))
                .containsExactlyInAnyOrder("the mail server answered 451", "the mail server refused it with 550");
        clock.forward(Duration.ofSeconds(3));
        server.awaitTo(agency.email());
        await().until(() -> rows(agency).size() == 1);
        assertThat(rows(agency).getFirst().get("given_up_at")).isNotNull();
        assertThat(rows(agency).getFirst().get("sealed")).isNull();
        assertThat(server.to(nobody)).isEmpty();
    }

    @Test
    void a_mail_that_no_longer_helps_is_not_sent() {
        var agency = agencies.fresh();
        var id = ids.next();
        agency.inTransaction(() -> mails.add(
                id, new Mail(agency.email(), "Old", "Old", clock.instant().minusSeconds(1)), clock.instant()));

        agency.inScope(() -> {
            sendMail.run(id);
            return true;
        });

        assertThat(rows(agency).getFirst()).containsEntry("problem", "it was no use any more");
        assertThat(server.to(agency.email())).isEmpty();
    }

    @Test
    void a_crash_between_sending_and_noting_it_sends_the_same_message_id_again() {
        var agency = agencies.fresh();
        var id = ids.next();
        var mail = new Mail(agency.email(), "Twice", "Twice");
        agency.inTransaction(() -> mails.add(id, mail, clock.instant()));
        smtp.send(settings.server().orElseThrow(), id, mail);

        agency.inScope(() -> {
            sendMail.run(id);
            sendMail.run(id);
            return true;
        });

        assertThat(server.to(agency.email()))
                .hasSize(2)
                .extracting(MailServer.Received::messageId)
                .containsOnly("<" + id + "@localhost>");
    }

    @Test
    void a_name_with_line_breaks_makes_no_header_and_a_list_of_recipients_none() {
        var agency = agencies.fresh();
        var subject = "Welcome\r\nBcc: spy@evil.example\r\n\r\nBody";

        agency.inTransaction(() -> {
            outbox.send(new Mail(agency.email(), subject, "Text"));
            outbox.send(new Mail("spy@evil.example, " + agency.email(), "Two", "Two"));
            outbox.send(new Mail("spy@evil.example\r\nRCPT TO:<other@evil.example>", "Smuggled", "Smuggled"));
        });

        var mail = server.awaitTo(agency.email());
        assertThat(mail.headers()).noneMatch(header -> header.startsWith("Bcc"));
        assertThat(mail.subject()).isEqualTo("Welcome Bcc: spy@evil.example Body");
        await().until(() -> rows(agency).size() == 2);
        assertThat(rows(agency)).extracting(row -> row.get("problem")).containsOnly("the address is none");
        assertThat(server.to("spy@evil.example")).isEmpty();
    }

    private List<Map<String, Object>> rows(TestAgency agency) {
        return agency.inTransaction(() -> db.sql("select attempts, problem, sealed, given_up_at from outgoing_mail")
                .query()
                .listOfRows());
    }
}
