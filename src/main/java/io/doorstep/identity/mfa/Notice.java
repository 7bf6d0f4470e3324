package io.doorstep.identity.mfa;

import io.doorstep.identity.Confirmation;
import io.doorstep.identity.CurrentMember;
import io.doorstep.tenancy.Actor;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.audit.AuditLog;
import io.doorstep.tenancy.mail.Mail;
import io.doorstep.tenancy.mail.Outbox;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the agency's log, and the person by mail, that a way in changed. The change itself is the gate's, in a transaction of its own that
 * commits inside the tenant's: a change without its entry would need a crash between the two commits.
 */
@Component
class Notice {

    private final AuditLog audit;
    private final Outbox outbox;
    private final Confirmation people;
    private final TransactionTemplate transaction;

    Notice(AuditLog audit, Outbox outbox, Confirmation people, TransactionTemplate transaction) {
        this.audit = audit;
        this.outbox = outbox;
        this.people = people;
        this.transaction = transaction;
    }

    /**
     * @param what    for the mail, such as "A passkey was added"
     * @param change what is done; what it throws undoes the entry and the mail
     */
    <T> T of(
            CurrentMember member,
            String action,
            String subjectType,
            Map<String, ?> detail,
            String what,
            Supplier<T> change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            audit.record(action, subjectType, member.memberId().toString(), detail);
            var person = people.person(member.userId());
            outbox.send(new Mail(person.email(), what, """
                    Hello %s,

                    %s on your Doorstep account.

                    If that was you, nothing is left to do. If not, sign in, end all sessions, change your password and remove what you do not know.
                    """.formatted(person.name(), what)));
            return change.get();
        }));
    }

    /** A recovery code stood in for the second factor: the agency and the person are told, and how many are left. */
    void recoveryCodeUsed(UUID user, TenantId tenant, Actor member, int left) {
        TenantScope.callAs(tenant, member, () -> {
            transaction.executeWithoutResult(_ -> {
                audit.record("recovery-code.used", "member", member.memberId().toString(), Map.of("left", left));
                var person = people.person(user);
                outbox.send(new Mail(person.email(), "A recovery code was used", """
                        Hello %s,

                        A recovery code was used to sign in to your Doorstep account; %d are left.

                        If that was you, nothing is left to do. If not, sign in, end all sessions, change your password and make new codes.
                        """.formatted(person.name(), left)));
            });
            return true;
        });
    }
}
