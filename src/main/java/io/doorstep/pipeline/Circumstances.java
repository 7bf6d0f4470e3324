package io.doorstep.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a guard may look at: what is stored about the lead and the deal, and what the command brings along.
 *
 * @param missingFacts what the scorecard's minimum still asks for, in words
 * @param confirmed guards that a member vouches for with this command
 * @param today in the agency's time zone
 */
record Circumstances(
        boolean outboundTouch,
        List<String> missingFacts,
        boolean reachable,
        boolean futureAppointment,
        boolean appointmentOutcome,
        Set<String> confirmed,
        @Nullable Long valueMinor,
        @Nullable LocalDate expectedClose,
        @Nullable String lostReason,
        @Nullable LocalDate nurtureUntil,
        LocalDate today) {}
