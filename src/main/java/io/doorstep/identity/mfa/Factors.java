package io.doorstep.identity.mfa;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Proof;
import io.doorstep.identity.SecondFactor;
import io.doorstep.tenancy.Gate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which second factors people have. Who has one shows it at every sign-in, in every agency; a passkey needs nothing beside it. */
@Component
class Factors implements SecondFactor {

    static final Set<Proof> STRONG = Set.of(Proof.PASSKEY, Proof.TOTP, Proof.RECOVERY_CODE);

    private final JdbcClient gate;

    Factors(@Gate JdbcClient gate) {
        this.gate = gate;
    }

    record Held(boolean passkey, boolean totp, int recoveryCodes) {

        boolean any() {
            return passkey || totp;
        }

        /** Any one of them is enough. A recovery code stands in for a lost factor, so it is none by itself. */
        Set<Proof> proofs() {
            var proofs = EnumSet.noneOf(Proof.class);
            if (passkey) {
                proofs.add(Proof.PASSKEY);
            }
            if (totp) {
                proofs.add(Proof.TOTP);
            }
            if (any() && recoveryCodes > 0) {
                proofs.add(Proof.RECOVERY_CODE);
            }
            return Set.copyOf(proofs);
        }
    }

    Held of(UUID user) {
        return gate.sql("""
                select exists (select from passkey where user_id = :user) as passkey,
                       exists (select from totp where user_id = :user) as totp,
                       (select count(*)::int from recovery_code where user_id = :user and used_at is null) as recovery_codes
                """).param("user", user).query(Held.class).single();
    }

    @Override
    public Set<Proof> missing(CurrentMember member, Set<Proof> shown) {
        return shown.stream().anyMatch(STRONG::contains)
                ? Set.of()
                : of(member.userId()).proofs();
    }

    /** Members of an agency who have none. */
    List<UUID> membersWithout(UUID tenant) {
        return gate.sql("""
                select m.member_id
                  from membership m
                 where m.tenant_id = :tenant
                   and not exists (select from passkey p where p.user_id = m.user_id)
                   and not exists (select from totp t where t.user_id = m.user_id)
                """)
                .param("tenant", tenant)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
