package io.doorstep.identity;

import io.doorstep.identity.passwords.PasswordRules;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.Agency;
import io.doorstep.tenancy.AgencyProvisioner;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.audit.AuditLog;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Founds an agency that works as it is. Two logins take part, so three transactions: the gate writes user and directory entry
 * (PROVISIONING), the app fills the tenant, the gate opens it. A crash in between leaves an entry that nobody can enter; its slug is
 * free again after {@link #UNFINISHED_AFTER}.
 */
@Component
public class SignUp {

    private static final String KEY_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int DOORSTEP_GREEN = 165;
    private static final Duration UNFINISHED_AFTER = Duration.ofMinutes(5);

    private final Directory directory;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Agencies agencies;
    private final Members members;
    private final List<AgencyProvisioner> provisioners;
    private final AuditLog audit;
    private final TransactionTemplate tenantTransaction;
    private final TransactionTemplate gateTransaction;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignUp(
            Directory directory,
            Passwords passwords,
            PasswordRules rules,
            Agencies agencies,
            Members members,
            ObjectProvider<AgencyProvisioner> provisioners,
            AuditLog audit,
            TransactionTemplate tenantTransaction,
            @Gate PlatformTransactionManager gateTransactions,
            Ids ids,
            Clock clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.rules = rules;
        this.agencies = agencies;
        this.members = members;
        this.provisioners = provisioners.stream()
                .sorted(Comparator.comparingInt(AgencyProvisioner::order))
                .toList();
        this.audit = audit;
        this.tenantTransaction = tenantTransaction;
        this.gateTransaction = new TransactionTemplate(gateTransactions);
        this.ids = ids;
        this.clock = clock;
    }

    public record Request(
            String agencyName,
            String slug,
            ZoneId zone,
            String currency,
            String ownerName,
            String email,
            String password,
            boolean synthetic) {}

    /** @throws io.doorstep.platform.Refused when the slug is taken, or the e-mail belongs to a user with another password */
    public CurrentMember found(Request request) {
        var email = request.email().strip().toLowerCase(Locale.ROOT);
        // The operator's own demo data may have a password that everybody is told.
        if (!request.synthetic()) {
            rules.require("password", request.password(), List.of(request.agencyName(), request.ownerName(), email));
        }
        var siteKey = newSiteKey();
        var tenant = new TenantId(ids.next());
        var user = gateTransaction.execute(_ -> {
            var owner = directory
                    .userByEmail(email)
                    .map(known -> known(known, request))
                    .orElseGet(() -> newUser(email, request));
            directory.freeUnfinished(request.slug(), clock.instant().minus(UNFINISHED_AFTER));
            try {
                directory.addAgency(tenant, request.slug(), request.agencyName(), siteKey, clock.instant());
            } catch (DuplicateKeyException taken) {
                throw Refusal.Invalid.field("slug", "is taken; choose another one.")
                        .asException();
            }
            return owner;
        });
        var owner = new Member(ids.next(), user.id(), request.ownerName(), email, Role.OWNER, request.zone(), true, 1);
        TenantScope.runIn(
                tenant,
                () -> tenantTransaction.executeWithoutResult(_ -> {
                    agencies.add(
                            new Agency(
                                    tenant,
                                    request.agencyName(),
                                    request.slug(),
                                    siteKey,
                                    request.zone(),
                                    request.currency(),
                                    DOORSTEP_GREEN,
                                    "Assistant",
                                    List.of(),
                                    List.of(),
                                    request.synthetic(),
                                    1),
                            clock.instant());
                    members.add(owner, clock.instant());
                    var agency = new AgencyProvisioner.NewAgency(
                            tenant, request.agencyName(), request.zone(), request.currency(), owner.id());
                    provisioners.forEach(provisioner -> provisioner.provision(agency));
                    audit.record(
                            "agency.founded",
                            "agency",
                            tenant.toString(),
                            Map.of("name", request.agencyName(), "owner", request.ownerName()));
                }));
        directory.open(tenant);
        return new CurrentMember(tenant, owner.id(), user.id(), Role.OWNER);
    }

    private Directory.User known(Directory.User user, Request request) {
        if (!passwords.matches(request.password(), Optional.ofNullable(user.passwordHash()))) {
            throw Refusal.Invalid.field("email", "has an account already; use its password, or sign in first.")
                    .asException();
        }
        return user;
    }

    private Directory.User newUser(String email, Request request) {
        var user = new Directory.User(ids.next(), email, request.ownerName(), passwords.hash(request.password()));
        directory.addUser(user, clock.instant());
        return user;
    }

    private String newSiteKey() {
        return "site_"
                + random.ints(24, 0, KEY_LETTERS.length())
                        .mapToObj(KEY_LETTERS::charAt)
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append);
    }
}
