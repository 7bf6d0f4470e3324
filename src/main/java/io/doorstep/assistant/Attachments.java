package io.doorstep.assistant;

import io.doorstep.booking.Appointment;
import io.doorstep.booking.ManageLinks;
import io.doorstep.booking.Slot;
import io.doorstep.conversation.Attachment;
import io.doorstep.identity.Members;
import io.doorstep.language.Language;
import io.doorstep.listing.Listing;
import io.doorstep.listing.Listings;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is shown beside the words: homes, times, a booked appointment. */
@Component
class Attachments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);
    private static final Locale SPANISH = Locale.of("es", "US");

    private final Listings listings;
    private final Members members;
    private final ManageLinks links;

    Attachments(Listings listings, Members members, ManageLinks links) {
        this.listings = listings;
        this.members = members;
        this.links = links;
    }

    @Transactional(readOnly = true)
    public Attachment homes(List<String> ids) {
        return new Attachment.Listings(ids.stream()
                .flatMap(id -> listings.find(UUID.fromString(id)).stream())
                .map(Attachments::home)
                .toList());
    }

    private static Attachment.OfferedListing home(Listing home) {
        return new Attachment.OfferedListing(
                home.id(),
                home.name(),
                home.address(),
                home.priceMinor(),
                home.currency(),
                home.beds(),
                home.baths().doubleValue());
    }

    @Nullable
    Attachment slots(MeetingPlan.Times times, Language language) {
        var name = times.memberName();
        if (name == null || times.menu().isEmpty()) return null;
        var zone = times.menu().zone();
        var days = times.menu().days().stream()
                .map(day -> new Attachment.SlotDay(
                        day.date(),
                        in(language, DAY).format(day.date()),
                        day.free(),
                        day.slots().stream()
                                .map(slot -> offered(slot, zone, language))
                                .toList()))
                .toList();
        return new Attachment.Slots(name, zone.getId(), (int) MeetingPlan.LENGTH.toMinutes(), days);
    }

    private static Attachment.OfferedSlot offered(Slot slot, ZoneId zone, Language language) {
        var start = slot.startsAt().atZone(zone);
        return new Attachment.OfferedSlot(slot.id(), in(language, TIME).format(start), start.toOffsetDateTime());
    }

    private static DateTimeFormatter in(Language language, DateTimeFormatter format) {
        return language == Language.SPANISH ? format.withLocale(SPANISH) : format;
    }

    /** Inside the transaction that books it. */
    Attachment booked(Appointment appointment) {
        var zone = appointment.zone();
        return new Attachment.Booked(
                appointment.id(),
                appointment.startsAt().atZone(zone).toOffsetDateTime(),
                appointment.endsAt().atZone(zone).toOffsetDateTime(),
                members.find(appointment.memberId())
                        .map(member -> member.name())
                        .orElse(""),
                appointment.place(),
                links.page(appointment.id()),
                links.calendarFile(appointment.id()));
    }

    @Transactional(readOnly = true)
    public @Nullable String nameOf(UUID listingId) {
        return listings.find(listingId).map(Listing::name).orElse(null);
    }
}
