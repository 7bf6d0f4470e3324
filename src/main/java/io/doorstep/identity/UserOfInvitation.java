package io.doorstep.identity;

import io.doorstep.identity.passwords.PasswordRules;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Gate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The user behind an invited address: who has an account shows its password, who has none gets one. Both are asked for the same two fields,
 * and tries count like tries to sign in. Call outside a transaction: the gate's ends here, before the agency's begins; an account that
 * was made for a join that failed is shown its password at the next try.
 */
@Component
public class UserOfInvitation {

    private final Directory directory;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final SignInLimits limits;
    private final TransactionTemplate gateTransaction;
    private final Ids ids;
    private final Clock clock;

    UserOfInvitation(
            Directory directory,
            Passwords passwords,
            PasswordRules rules,
            SignInLimits limits,
            @Gate PlatformTransactionManager gateTransactions,
            Ids ids,
            Clock clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.rules = rules;
        this.limits = limits;
        this.gateTransaction = new TransactionTemplate(gateTransactions);
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws io.doorstep.platform.Refused when the address has an account with another password */
    public Directory.User of(String email, String name, String password, Client client) {
        limits.take(client.address(), email);
        try {
            return gateTransaction.execute(_ -> directory
                    .userByEmail(email)
                    .map(user -> known(user, password))
                    .orElseGet(() -> fresh(email, name, password)));
        } catch (DuplicateKeyException meanwhile) {
            return known(directory.userByEmail(email).orElseThrow(), password);
        }
    }

    /** The signed-in user. */
    public Directory.User of(UUID user) {
        return directory
                .user(user)
                .orElseThrow(() -> Refusal.NotFound.of("user").asException());
    }

    private Directory.User known(Directory.User user, String password) {
        if (!passwords.matches(password, Optional.ofNullable(user.passwordHash()))) {
            throw Refusal.Invalid.field(
                            "password",
                            "does not fit: this address has an account. Use its password, or sign in first.")
                    .asException();
        }
        return user;
    }

    private Directory.User fresh(String email, String name, String password) {
        rules.require("password", password, List.of(name, email));
        var user = new Directory.User(ids.next(), email, name, passwords.hash(password));
        directory.addUser(user, clock.instant());
        return user;
    }
}
