package io.doorstep.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * Several messages in a row, each before the one before it was answered: people write a thought in three lines. A lone message is answered
 * at once. Of a burst each message puts the answer off until it was quiet for a moment, but never for long; each has a turn of its own at
 * that time, so that the last one answers all of them and the others find that it goes on.
 */
final class Burst {

    static final Duration QUIET = Duration.ofMillis(1_200);
    static final Duration LONGEST = Duration.ofSeconds(4);

    private Burst() {}

    /**
     * When the newest message is answered.
     *
     * @param oldest when the first message came that nobody has answered yet; {@code newest} itself for a lone one
     */
    static Instant due(Instant oldest, Instant newest) {
        if (!oldest.isBefore(newest)) return newest;
        var quiet = newest.plus(QUIET);
        var longest = oldest.plus(LONGEST);
        return quiet.isBefore(longest) ? quiet : longest;
    }
}
