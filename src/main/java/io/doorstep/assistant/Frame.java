package io.doorstep.assistant;

import io.doorstep.booking.Appointment;
import io.doorstep.conversation.Author;
import io.doorstep.conversation.Message;
import io.doorstep.language.FactProposal;
import io.doorstep.language.Offer;
import io.doorstep.lead.LeadSummary;
import io.doorstep.tenancy.Agency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a turn begins.
 *
 * @param history the last messages up to the first unread one
 * @param facts that hold now, by key
 * @param offers what the assistant put on the table last
 * @param zone where people meet: times are said in it
 */
record Frame(
        Agency agency,
        LeadSummary lead,
        List<Message> history,
        Map<String, FactProposal> facts,
        Memory memory,
        List<Offer> offers,
        @Nullable Appointment appointment,
        List<String> homeNames,
        List<String> areas,
        ZoneId zone,
        LocalDate today,
        Instant now) {

    private static final Duration AWAY = Duration.ofHours(6);

    /** Nothing was said to the lead yet, not even the greeting that opens a chat and says what is speaking. */
    boolean opening() {
        return history.stream().allMatch(message -> message.author() == Author.LEAD);
    }

    /** The last words are of another part of the day, or of another day. */
    boolean isBack() {
        return !opening()
                && Duration.between(history.getLast().at(), now).compareTo(AWAY) >= 0
                && history.stream().anyMatch(message -> message.author() == Author.LEAD);
    }
}
