package io.doorstep.replay;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/** A line of the journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = Entry.Acknowledged.class, name = "acknowledged"),
    @JsonSubTypes.Type(value = Entry.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Entry.Declined.class, name = "declined")
})
sealed interface Entry {

    record Begun(String run, String file, String agency) implements Entry {}

    /** @param index of the line in its dialogue, from 0; {@code seq} its place in the conversation */
    record Acknowledged(String dialogue, int index, UUID clientId, long seq, UUID conversationId) implements Entry {}

    /** @param millis from the first attempt to send until the answer was there, as the visitor saw it */
    record Answered(String dialogue, int index, long millis) implements Entry {}

    /** The server said no, for good. */
    record Declined(String dialogue, int index, String problem) implements Entry {}
}
