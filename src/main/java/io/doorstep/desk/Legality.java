package io.doorstep.desk;

import io.doorstep.conversation.Channel;
import io.doorstep.desk.LeadView.ContactView;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.lead.ContactKind;
import java.util.List;

/** Whether a lead may be written to on a channel, and why. What is not allowed says what would make it so. */
record Legality(String channel, boolean allowed, String reason) {

    static List<Legality> of(Channel here, boolean online, List<ContactView> contacts, List<ConsentView> consents) {
        return List.of(
                chat(here, online),
                written("SMS", ContactKind.PHONE, "phone number", contacts, consents),
                written("EMAIL", ContactKind.EMAIL, "e-mail address", contacts, consents));
    }

    private static Legality chat(Channel here, boolean online) {
        if (here != Channel.WEB_CHAT) {
            return new Legality("WEB_CHAT", false, "wrote by form and reads no chat");
        }
        return new Legality("WEB_CHAT", true, online ? "has the chat open" : "reads it when the page is open again");
    }

    private static Legality written(
            String channel, ContactKind kind, String address, List<ContactView> contacts, List<ConsentView> consents) {
        var status = consents.stream()
                .filter(consent -> consent.channel() == ConsentChannel.valueOf(channel))
                .map(ConsentView::status)
                .findFirst()
                .orElse(ConsentView.Status.NOT_ASKED);
        if (status == ConsentView.Status.REVOKED) {
            return new Legality(channel, false, "opted out");
        }
        if (contacts.stream().noneMatch(contact -> contact.kind() == kind)) {
            return new Legality(channel, false, "no " + address + " yet");
        }
        return status == ConsentView.Status.GRANTED
                ? new Legality(channel, true, "consent on file")
                : new Legality(channel, false, "no consent yet, ask in the chat");
    }
}
