package io.doorstep.capture;

import io.doorstep.lead.ContactKind;
import io.doorstep.lead.ContactResult;
import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member enters a lead by hand. That is a touch too: the accounting of leads has no other door. */
@Component
public class EnterLead {

    private final Touches touches;
    private final Leads leads;
    private final Ids ids;
    private final Clock clock;

    EnterLead(Touches touches, Leads leads, Ids ids, Clock clock) {
        this.touches = touches;
        this.leads = leads;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the member knows. */
    public record Entry(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /** @param created false when the client key was received before */
    public record Entered(UUID leadId, boolean created) {}

    /**
     * @param clientKey the same again gives the same lead
     * @param raw the request as it was sent
     * @throws io.doorstep.platform.Refused invalid; lead-exists naming the lead who has the address; lead-with-colleague naming nobody
     */
    @Transactional
    public Entered enter(String clientKey, String raw, Entry entry) {
        var touchId = ids.next();
        if (!touches.add(
                touchId,
                Source.MANUAL,
                clientKey,
                raw.replace('\0', '\uFFFD'),
                new Sender(null, null, null),
                clock.instant())) {
            return new Entered(
                    Objects.requireNonNull(
                            touches.result(Source.MANUAL, clientKey).leadId()),
                    false);
        }
        var leadId = leads.create(new NewLead(Source.MANUAL, entry.name(), false));
        contactsOf(entry).forEach((kind, value) -> {
            switch (leads.addContact(leadId, kind, value)) {
                case ContactResult.Added _, ContactResult.AlreadyKnown _ -> {}
                case ContactResult.BelongsTo other ->
                    throw new Refusal.Conflict(
                                    "lead-exists",
                                    "A lead with this %s is there already. Open it instead.".formatted(field(kind)),
                                    Map.of("leadId", other.leadId().toString()))
                            .asException();
                case ContactResult.WithColleague _ ->
                    throw new Refusal.Conflict(
                                    "lead-with-colleague",
                                    "A lead with this %s is with a colleague already. Ask your team lead."
                                            .formatted(field(kind)),
                                    Map.of())
                            .asException();
                case ContactResult.Unusable unusable ->
                    throw Refusal.Invalid.field(field(kind), unusable.reason()).asException();
            }
        });
        touches.accept(touchId, Touches.Merit.NEW_LEAD, leadId, null);
        return new Entered(leadId, true);
    }

    private static Map<ContactKind, String> contactsOf(Entry entry) {
        var contacts = new EnumMap<ContactKind, String>(ContactKind.class);
        if (entry.email() != null && !entry.email().isBlank()) {
            contacts.put(ContactKind.EMAIL, entry.email());
        }
        if (entry.phone() != null && !entry.phone().isBlank()) {
            contacts.put(ContactKind.PHONE, entry.phone());
        }
        return contacts;
    }

    private static String field(ContactKind kind) {
        return switch (kind) {
            case EMAIL -> "email";
            case PHONE -> "phone";
        };
    }
}
