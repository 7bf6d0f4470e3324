package io.doorstep.identity;

import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Gate;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a user with a known password on the team of the agency in scope: for data that the operator makes up, who answers for the
 * password too. Call outside a transaction: two logins take part.
 */
@Component
public class AddMember {

    private final Directory directory;
    private final Passwords passwords;
    private final Members members;
    private final TransactionTemplate tenantTransaction;
    private final TransactionTemplate gateTransaction;
    private final Ids ids;
    private final Clock clock;

    AddMember(
            Directory directory,
            Passwords passwords,
            Members members,
            TransactionTemplate tenantTransaction,
            @Gate PlatformTransactionManager gateTransactions,
            Ids ids,
            Clock clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.members = members;
        this.tenantTransaction = tenantTransaction;
        this.gateTransaction = new TransactionTemplate(gateTransactions);
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws io.doorstep.platform.Refused when the e-mail belongs to a user with another password */
    public Member add(String name, String email, String password, Role role, ZoneId zone, int colour) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        var user = gateTransaction.execute(_ -> directory
                .userByEmail(address)
                .map(known -> known(known, password))
                .orElseGet(() -> newUser(name, address, password)));
        var member = new Member(ids.next(), user.id(), name, address, role, zone, true, colour);
        tenantTransaction.executeWithoutResult(_ -> members.add(member, clock.instant()));
        return member;
    }

    private Directory.User known(Directory.User user, String password) {
        if (!passwords.matches(password, Optional.ofNullable(user.passwordHash()))) {
            throw Refusal.Invalid.field("email", "has an account already; use its password, or sign in first.")
                    .asException();
        }
        return user;
    }

    private Directory.User newUser(String name, String email, String password) {
        var user = new Directory.User(ids.next(), email, name, passwords.hash(password));
        directory.addUser(user, clock.instant());
        return user;
    }
}
