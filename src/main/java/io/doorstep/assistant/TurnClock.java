package io.doorstep.assistant;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How long each part of a turn takes: the timers {@code doorstep.turn} by {@code step}, and one line each at debug for
 * {@code bench/turn}, which wants exact percentiles. The guard looks at the reply while it is phrased: its time is part of that of the phrasing.
 */
@Component
class TurnClock {

    private static final Logger LOG = LoggerFactory.getLogger(TurnClock.class);

    enum Part {
        FRAME,
        UNDERSTAND,
        KEEP,
        SITUATION,
        DECIDE,
        PHRASE,
        GUARD,
        SEND;

        private final String tag = name().toLowerCase(Locale.ROOT);
    }

    private final MeterRegistry meters;
    private final Map<Part, Timer> timers;

    TurnClock(MeterRegistry meters) {
        this.meters = meters;
        this.timers = new EnumMap<>(Arrays.stream(Part.values())
                .collect(toMap(
                        Function.identity(),
                        part -> Timer.builder("doorstep.turn")
                                .description("The parts of the assistant's turn")
                                .tag("step", part.tag)
                                .register(meters))));
    }

    <T> T time(Part part, Supplier<T> work) {
        var sample = Timer.start(meters);
        try {
            return work.get();
        } finally {
            var nanos = sample.stop(requireNonNull(timers.get(part)));
            LOG.debug("{} {}", part.tag, nanos);
        }
    }
}
