package io.doorstep.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a reply shows beside its words. Stored with the message as it was shown; {@code type} tells them apart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Attachment.Slots.class, name = "SLOTS"),
    @JsonSubTypes.Type(value = Attachment.Listings.class, name = "LISTINGS"),
    @JsonSubTypes.Type(value = Attachment.ConsentAsked.class, name = "CONSENT"),
    @JsonSubTypes.Type(value = Attachment.Booked.class, name = "BOOKED"),
    @JsonSubTypes.Type(value = Attachment.Choices.class, name = "CHOICES")
})
public sealed interface Attachment {

    /** Free times, to be answered with {@link VisitorAction.ChooseSlot}. */
    record Slots(String memberName, String timeZone, int minutes, List<SlotDay> days) implements Attachment {}

    /** @param label such as {@code Sat 16}; a day without slots is shown as full */
    record SlotDay(LocalDate date, String label, int free, List<OfferedSlot> slots) {}

    record OfferedSlot(String slotId, String label, OffsetDateTime start) {}

    record Listings(List<OfferedListing> listings) implements Attachment {}

    record OfferedListing(
            UUID id,
            String name,
            String address,
            @Nullable Long priceMinor,
            String currency,
            @Nullable Integer beds,
            @Nullable Double baths) {}

    /** An unticked box with the recorded words, to be answered with {@link VisitorAction.Consent}. */
    record ConsentAsked(String channel, String wording, int wordingVersion) implements Attachment {}

    record Booked(
            UUID appointmentId,
            OffsetDateTime start,
            OffsetDateTime end,
            String memberName,
            @Nullable String place,
            String manageUrl,
            String icsUrl)
            implements Attachment {}

    /** Answers to tap instead of type. */
    record Choices(List<String> choices) implements Attachment {}
}
