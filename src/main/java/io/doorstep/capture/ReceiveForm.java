package io.doorstep.capture;

import io.doorstep.capture.proof.Doorkeeper;
import io.doorstep.conversation.Channel;
import io.doorstep.conversation.Conversations;
import io.doorstep.conversation.Inbound;
import io.doorstep.conversation.NewConversation;
import io.doorstep.lead.Consent;
import io.doorstep.lead.ConsentWording;
import io.doorstep.lead.ContactKind;
import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refusal.Violation;
import io.doorstep.tenancy.Agencies;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in one filled-in form, in one transaction. Whoever gives an address that the agency knows is the lead who has it. The same client
 * key again changes nothing.
 */
@Component
public class ReceiveForm {

    private final Touches touches;
    private final Leads leads;
    private final Conversations conversations;
    private final Agencies agencies;
    private final FirstTouch firstTouch;
    private final Doorkeeper doorkeeper;
    private final MessageLimits limits;
    private final Ids ids;
    private final Clock clock;

    ReceiveForm(
            Touches touches,
            Leads leads,
            Conversations conversations,
            Agencies agencies,
            FirstTouch firstTouch,
            Doorkeeper doorkeeper,
            MessageLimits limits,
            Ids ids,
            Clock clock) {
        this.touches = touches;
        this.leads = leads;
        this.conversations = conversations;
        this.agencies = agencies;
        this.firstTouch = firstTouch;
        this.doorkeeper = doorkeeper;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws io.doorstep.platform.Refused invalid, naming {@code email} or {@code phone}; too many; a proof is needed */
    @Transactional
    public void receive(FormTouch form) {
        limits.takeForm(form.sender().ip());
        var contacts = contactsOf(form);
        var touchId = ids.next();
        var raw = form.raw().replace('\0', '\uFFFD');
        if (!touches.add(touchId, Source.FORM, form.clientKey(), raw, form.sender(), clock.instant())) {
            return;
        }
        if (form.trapped()) {
            touches.reject(touchId, "honeypot");
            return;
        }
        contacts.values().forEach(firstTouch::lock);
        var known = contacts.entrySet().stream()
                .flatMap(contact -> leads.byContact(contact.getKey(), contact.getValue()).stream())
                .findFirst();
        if (known.isEmpty() && !form.patient()) {
            doorkeeper.admit("form", form.clientKey(), form.proof());
        }
        var leadId = known.orElseGet(() -> leads.create(new NewLead(Source.FORM, form.name(), false)));
        if (form.name() != null && leads.find(leadId).name() == null) {
            leads.rename(leadId, form.name());
        }
        contacts.forEach((kind, value) -> leads.addContact(leadId, kind, value));
        var conversationId = conversationOf(leadId, form);
        conversations.receive(conversationId, leadId, new Inbound(touchId, form.message(), null, form.clientKey()));
        touches.accept(
                touchId, known.isPresent() ? Touches.Merit.MERGED : Touches.Merit.NEW_LEAD, leadId, conversationId);
        recordConsents(leadId, form);
    }

    private Map<ContactKind, String> contactsOf(FormTouch form) {
        var given = new EnumMap<ContactKind, String>(ContactKind.class);
        if (form.email() != null && !form.email().isBlank()) {
            given.put(ContactKind.EMAIL, form.email());
        }
        if (form.phone() != null && !form.phone().isBlank()) {
            given.put(ContactKind.PHONE, form.phone());
        }
        if (given.isEmpty()) {
            throw Refusal.Invalid.field("email", "or a phone number is needed, to answer you.")
                    .asException();
        }
        var contacts = new EnumMap<ContactKind, String>(ContactKind.class);
        var violations = new ArrayList<Violation>();
        given.forEach((kind, text) -> leads.read(kind, text)
                .ifPresentOrElse(
                        point -> contacts.put(kind, point.value()),
                        () -> violations.add(new Violation(
                                kind == ContactKind.EMAIL ? "email" : "phone", Leads.objectionTo(kind)))));
        if (!violations.isEmpty()) {
            throw new Refusal.Invalid("invalid", "The form has something that can't be used to answer you.", violations)
                    .asException();
        }
        return contacts;
    }

    private UUID conversationOf(UUID leadId, FormTouch form) {
        return conversations
                .ofLead(leadId, Channel.FORM)
                .orElseGet(() -> conversations.open(new NewConversation(
                        leadId, Channel.FORM, null, form.sender().page(), null)));
    }

    private void recordConsents(UUID leadId, FormTouch form) {
        if (form.consents().isEmpty()) {
            return;
        }
        var agency = agencies.current().name();
        var sender = form.sender();
        for (var channel : form.consents()) {
            var wording = ConsentWording.current(channel, agency);
            leads.recordConsent(
                    leadId,
                    new Consent(
                            channel,
                            true,
                            wording.text(),
                            wording.version(),
                            "FORM",
                            sender.page(),
                            sender.ip(),
                            sender.userAgent()));
        }
    }
}
