package io.doorstep.desk;

import io.doorstep.conversation.Channel;
import io.doorstep.desk.LeadView.ContactView;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.lead.ContactKind;
import io.doorstep.lead.NumberOrigin;
import io.doorstep.lead.QuietHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lead may be written to on a channel, and why. What is not allowed says what would make it so.
 *
 * @param quietUntil it is night where the lead may be; from then on it is allowed
 */
record Legality(
        String channel,
        boolean allowed,
        String reason,
        @Nullable Instant quietUntil) {

    /**
     * What decides about it.
     *
     * @param online the lead has the chat open
     * @param zone of the lead where it is known, else the agency's
     */
    record Case(
            Channel here,
            boolean online,
            List<ContactView> contacts,
            List<ConsentView> consents,
            ZoneId zone,
            Instant now) {}

    static List<Legality> of(Case asked) {
        return List.of(
                chat(asked),
                written("SMS", ContactKind.PHONE, "phone number", asked),
                written("EMAIL", ContactKind.EMAIL, "e-mail address", asked));
    }

    private static Legality chat(Case asked) {
        if (asked.here() != Channel.WEB_CHAT) {
            return new Legality("WEB_CHAT", false, "wrote by form and reads no chat", null);
        }
        var reason = asked.online() ? "has the chat open" : "reads it when the page is open again";
        return new Legality("WEB_CHAT", true, reason, null);
    }

    private static Legality written(String channel, ContactKind kind, String address, Case asked) {
        var status = asked.consents().stream()
                .filter(consent -> consent.channel() == ConsentChannel.valueOf(channel))
                .map(ConsentView::status)
                .findFirst()
                .orElse(ConsentView.Status.NOT_ASKED);
        if (status == ConsentView.Status.REVOKED) {
            return new Legality(channel, false, "opted out", null);
        }
        var contact =
                asked.contacts().stream().filter(point -> point.kind() == kind).findFirst();
        if (contact.isEmpty()) {
            return new Legality(channel, false, "no " + address + " yet", null);
        }
        if (status != ConsentView.Status.GRANTED) {
            return new Legality(channel, false, "no consent yet, ask in the chat", null);
        }
        var quietUntil = kind == ContactKind.PHONE ? quietUntil(contact.get().value(), asked) : null;
        return new Legality(channel, true, quietUntil == null ? "consent on file" : "quiet hours there", quietUntil);
    }

    private static @Nullable Instant quietUntil(String number, Case asked) {
        var over = QuietHours.over(NumberOrigin.of(number, asked.zone()), asked.now());
        return over.isAfter(asked.now()) ? over : null;
    }
}
