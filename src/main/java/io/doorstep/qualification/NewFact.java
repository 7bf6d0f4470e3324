package io.doorstep.qualification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement about a lead that somebody proposes.
 *
 * @param value JSON-able: String, Number, Boolean, List, Map or JsonNode
 * @param display the value for people: "about $650,000"
 * @param evidence the words it came from; an engine's fact without them is void
 * @param memberId who entered it, for {@link Origin#MEMBER}
 * @param confidence 0 to 1
 */
public record NewFact(
        String key,
        Object value,
        String display,
        @Nullable Quote evidence,
        Origin origin,
        @Nullable UUID memberId,
        double confidence) {

    /** {@code body.substring(from, to)} of the message, exactly. */
    public record Quote(String words, int from, int to) {}

    /** What a member enters by hand: no quote, the name instead. */
    public static NewFact byHand(String key, Object value, String display, UUID memberId) {
        return new NewFact(key, value, display, null, Origin.MEMBER, memberId, 1);
    }
}
