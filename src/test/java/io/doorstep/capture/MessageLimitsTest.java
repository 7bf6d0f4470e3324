package io.doorstep.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refused;
import org.junit.jupiter.api.Test;

class MessageLimitsTest {

    private final MessageLimits limits = new MessageLimits(3);
    private final Visitor visitor = Visitor.ofKey("a".repeat(22));

    @Test
    void a_visitor_who_sends_too_much_is_told_when_to_go_on() {
        take(3);

        assertThatThrownBy(() -> take(1))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(
                                        Refusal.TooMany.class,
                                        many -> assertThat(many.retryAfter()).isPositive()));
    }

    @Test
    void one_visitor_does_not_use_up_the_limit_of_another() {
        take(3);

        assertThatCode(() -> limits.take("site", Visitor.ofKey("b".repeat(22)))).doesNotThrowAnyException();
    }

    @Test
    void an_address_has_a_limit_but_for_the_machines_own() {
        for (int i = 0; i < 30; i++) {
            limits.takeForAddress("203.0.113.9");
        }

        assertThatThrownBy(() -> limits.takeForAddress("203.0.113.9")).isInstanceOf(Refused.class);
        for (int i = 0; i < 100; i++) {
            limits.takeForAddress("127.0.0.1");
            limits.takeForAddress("0:0:0:0:0:0:0:1");
        }
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            limits.take("site", visitor);
        }
    }
}
