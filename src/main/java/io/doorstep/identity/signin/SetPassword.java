package io.doorstep.identity.signin;

import io.doorstep.identity.Credentials;
import io.doorstep.identity.Directory;
import io.doorstep.identity.Passwords;
import io.doorstep.identity.Sessions;
import io.doorstep.identity.passwords.PasswordRules;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Actor;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.audit.AuditLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a person a new password: ends what the former one opened, and tells each of their agencies' logs. */
@Component
class SetPassword {

    private final Directory directory;
    private final Credentials credentials;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SetPassword(
            Directory directory,
            Credentials credentials,
            Passwords passwords,
            PasswordRules rules,
            Sessions sessions,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.directory = directory;
        this.credentials = credentials;
        this.passwords = passwords;
        this.rules = rules;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @throws io.doorstep.platform.Refused names the field, when the password is not to be used */
    void requireAcceptable(UUID user, String field, String password) {
        rules.require(field, password, known(user));
    }

    /**
     * @param keep    the session in which it was changed, and which stays; null ends all
     * @param how     for the log: {@code CHANGED} or {@code FORGOTTEN}
     * @param address from where
     */
    void to(UUID user, String field, String password, @Nullable UUID keep, String how, String address) {
        requireAcceptable(user, field, password);
        credentials.set(user, passwords.hash(password));
        sessions.endAll(user, keep);
        for (var membership : directory.membershipsOf(user)) {
            var actor = new Actor(membership.memberId(), membership.role().name(), "SESSION", address);
            TenantScope.callAs(membership.tenant(), actor, () -> {
                transaction.executeWithoutResult(_ -> audit.record(
                        "password.changed", "member", membership.memberId().toString(), Map.of("how", how)));
                return true;
            });
        }
    }

    /** The one in use, shown again. @throws io.doorstep.platform.Refused names the field */
    void requirePresent(UUID user, String field, String password) {
        if (!passwords.matches(password, credentials.hashOf(user))) {
            throw Refusal.Invalid.field(field, "is not your present password.").asException();
        }
    }

    private List<String> known(UUID user) {
        var words = new ArrayList<String>();
        directory.user(user).ifPresent(person -> words.addAll(List.of(person.email(), person.name())));
        directory.membershipsOf(user).forEach(membership -> words.add(membership.agencyName()));
        return words;
    }
}
