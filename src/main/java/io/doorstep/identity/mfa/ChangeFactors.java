package io.doorstep.identity.mfa;

import io.doorstep.identity.Confirmation;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.passkey.Attestation;
import io.doorstep.identity.passkey.Passkey;
import io.doorstep.identity.passkey.Passkeys;
import io.doorstep.identity.passkey.RegisterPasskey;
import io.doorstep.identity.totp.AuthenticatorApp;
import io.doorstep.identity.totp.RecoveryCodes;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.mail.Outbox;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person does about their own second factors. Each change is told to the agency's log and to the person. */
@Component
class ChangeFactors {

    private final Passkeys passkeys;
    private final RegisterPasskey registerPasskey;
    private final AuthenticatorApp app;
    private final RecoveryCodes recoveryCodes;
    private final Factors factors;
    private final EnforceMfa policy;
    private final Confirmation people;
    private final Outbox outbox;
    private final Notice notice;
    private final JdbcClient gate;
    private final TransactionTemplate gateTransaction;

    ChangeFactors(
            Passkeys passkeys,
            RegisterPasskey registerPasskey,
            AuthenticatorApp app,
            RecoveryCodes recoveryCodes,
            Factors factors,
            EnforceMfa policy,
            Confirmation people,
            Outbox outbox,
            Notice notice,
            @Gate JdbcClient gate,
            @Gate PlatformTransactionManager gateTransactions) {
        this.passkeys = passkeys;
        this.registerPasskey = registerPasskey;
        this.app = app;
        this.recoveryCodes = recoveryCodes;
        this.factors = factors;
        this.policy = policy;
        this.people = people;
        this.outbox = outbox;
        this.notice = notice;
        this.gate = gate;
        this.gateTransaction = new TransactionTemplate(gateTransactions);
    }

    /** @return recovery codes, where this is the first factor and there were none; otherwise nothing */
    List<String> addPasskey(CurrentMember member, String browser, Attestation attestation) {
        return notice.of(
                member,
                "passkey.added",
                "member",
                Map.of("name", attestation.name().strip()),
                "A passkey was added",
                () -> {
                    registerPasskey.finish(member.userId(), browser, attestation);
                    return firstRecoveryCodes(member.userId());
                });
    }

    void renamePasskey(CurrentMember member, UUID id, String name) {
        if (!passkeys.rename(member.userId(), id, name.strip())) {
            throw Refusal.NotFound.of("passkey").asException();
        }
    }

    void removePasskey(CurrentMember member, UUID id) {
        var passkey = passkeys.of(member.userId()).stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.NotFound.of("passkey").asException());
        notice.of(member, "passkey.removed", "member", Map.of("name", passkey.name()), "A passkey was removed", () -> {
            removing(member, () -> requireAnotherWayIn(member.userId()), () -> passkeys.remove(member.userId(), id));
            return passkey;
        });
    }

    /** @return as {@link #addPasskey} */
    List<String> enableApp(CurrentMember member, String code) {
        return notice.of(member, "totp.enabled", "member", Map.of(), "A code app was set up", () -> {
            app.enable(member.userId(), code);
            return firstRecoveryCodes(member.userId());
        });
    }

    void removeApp(CurrentMember member) {
        notice.of(member, "totp.removed", "member", Map.of(), "The code app was removed", () -> {
            removing(member, () -> {}, () -> app.remove(member.userId()));
            return member;
        });
    }

    List<String> renewRecoveryCodes(CurrentMember member) {
        if (!factors.of(member.userId()).any()) {
            throw new Refusal.Conflict(
                            "no-second-factor", "Recovery codes stand in for a second step. Set one up first.")
                    .asException();
        }
        return notice.of(
                member,
                "recovery-codes.renewed",
                "member",
                Map.of(),
                "New recovery codes were made",
                () -> recoveryCodes.renew(member.userId()));
    }

    private List<String> firstRecoveryCodes(UUID user) {
        return recoveryCodes.left(user) > 0 ? List.of() : recoveryCodes.renew(user);
    }

    /** One removal of a person at a time, so that two at once don't take both of the last two. */
    private void removing(CurrentMember member, Runnable precondition, Supplier<Boolean> removal) {
        var user = member.userId();
        gateTransaction.executeWithoutResult(_ -> {
            gate.sql("select id from app_user where id = :user for update")
                    .param("user", user)
                    .query(UUID.class)
                    .single();
            precondition.run();
            if (!removal.get()) {
                throw Refusal.NotFound.of("second step").asException();
            }
            if (factors.of(user).any()) {
                return;
            }
            if (policy.requiredIn(member.tenant()).binds(member.role())) {
                throw new Refusal.Conflict(
                                "second-factor-required",
                                "This agency asks for a second step, and this is your only one. Add another first.")
                        .asException();
            }
            recoveryCodes.remove(user);
        });
    }

    private void requireAnotherWayIn(UUID user) {
        var others = passkeys.of(user).size() > 1;
        if (!others && !people.hasPassword(user) && !outbox.configured()) {
            throw new Refusal.Conflict(
                            "last-way-in",
                            "This passkey is your only way in. Set a password or add another passkey first.")
                    .asException();
        }
    }

    List<Passkey> passkeysOf(UUID user) {
        return passkeys.of(user);
    }
}
