package io.doorstep.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** {@code DOORSTEP_CLOCK=2026-05-15T04:02:00Z} lets a demonstration or a journey begin at that moment. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${doorstep.clock:#{null}}") @Nullable Instant begin) {
        var real = Clock.systemUTC();
        return begin == null ? real : Clock.offset(real, Duration.between(real.instant(), begin));
    }
}
