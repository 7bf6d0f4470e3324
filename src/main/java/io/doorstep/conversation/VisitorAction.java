package io.doorstep.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.doorstep.lead.ConsentChannel;

/** What a lead did in the chat beside writing. The message's words say the same for people. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VisitorAction.ChooseSlot.class, name = "CHOOSE_SLOT"),
    @JsonSubTypes.Type(value = VisitorAction.Consent.class, name = "CONSENT")
})
public sealed interface VisitorAction {

    record ChooseSlot(String slotId) implements VisitorAction {}

    record Consent(ConsentChannel channel, boolean granted, int wordingVersion) implements VisitorAction {}
}
