package io.doorstep.tenancy.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.platform.PublicUrl;
import io.doorstep.tenancy.mail.MailSettings.Tls;
import io.doorstep.testing.MailServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SmtpTest {

    private static final Mail MAIL = new Mail("ana@agency.example", "Hello", "Hello");

    private final Smtp smtp = new Smtp(Duration.ofSeconds(5), Duration.ofMillis(400));

    @Test
    void a_server_that_dawdles_is_left_in_time() {
        var asked = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var server = new MailServer(_ -> {});
        server.next(MAIL.to(), () -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });

        var began = System.nanoTime();
        var delivery = smtp.send(at(server.port(), Tls.OFF), UUID.randomUUID(), MAIL);

        assertThat(delivery).isInstanceOf(Delivery.Delayed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(asked.getCount()).isZero();
        never.countDown();
        server.stop();
    }

    @Test
    void a_server_that_says_nothing_or_nonsense_is_tried_later() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(smtp.send(at(silent.getLocalPort(), Tls.OFF), UUID.randomUUID(), MAIL))
                    .isInstanceOf(Delivery.Delayed.class);
        }
        try (var web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (var visitor = web.accept()) {
                    visitor.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                } catch (IOException over) {
                    // the test has seen enough
                }
            });
            assertThat(smtp.send(at(web.getLocalPort(), Tls.OFF), UUID.randomUUID(), MAIL))
                    .isInstanceOf(Delivery.Delayed.class);
        }
    }

    @Test
    void without_tls_on_offer_nothing_goes_in_the_clear() {
        var server = new MailServer(_ -> {});

        assertThat(smtp.send(at(server.port(), Tls.STARTTLS), UUID.randomUUID(), MAIL))
                .isInstanceOf(Delivery.Delayed.class);
        assertThat(smtp.send(at(server.port(), Tls.IMPLICIT), UUID.randomUUID(), MAIL))
                .isInstanceOf(Delivery.Delayed.class);
        assertThat(smtp.send(at(server.port(), Tls.OFF), UUID.randomUUID(), MAIL))
                .isEqualTo(new Delivery.Accepted());

        assertThat(server.to(MAIL.to())).hasSize(1);
        server.stop();
    }

    @Test
    void links_in_mails_need_a_public_address() {
        assertThatThrownBy(() -> settings(25, Tls.OFF, new PublicUrl("", 8080)))
                .hasMessageContaining("DOORSTEP_URL is needed");
        assertThatThrownBy(() -> new PublicUrl("https://doorstep.example/path", 8080))
                .hasMessageContaining("without a path");
        assertThatThrownBy(() -> new PublicUrl("javascript:alert(1)", 8080)).hasMessageContaining("DOORSTEP_URL");
        assertThat(new PublicUrl("https://doorstep.example/", 8080).to("/x")).isEqualTo("https://doorstep.example/x");
    }

    private static MailSettings.Server at(int port, Tls tls) {
        return settings(port, tls, new PublicUrl("https://doorstep.example", 8080))
                .server()
                .orElseThrow();
    }

    private static MailSettings settings(int port, Tls tls, PublicUrl url) {
        return new MailSettings("127.0.0.1", port, "", "", "", tls, url);
    }
}
