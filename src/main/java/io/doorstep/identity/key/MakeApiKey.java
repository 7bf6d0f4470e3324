package io.doorstep.identity.key;

import io.doorstep.identity.AccessChanged;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.StepUp;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.audit.AuditLog;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes and revokes an agency's keys. Making asks for a fresh proof; revoking must be quick. */
@Component
class MakeApiKey {

    static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final int MOST = 50;

    private final ApiKeys keys;
    private final StepUp stepUp;
    private final AccessChanged changed;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MakeApiKey(ApiKeys keys, StepUp stepUp, AccessChanged changed, AuditLog audit, Ids ids, Clock clock) {
        this.keys = keys;
        this.stepUp = stepUp;
        this.changed = changed;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param text the whole key; it is never to be had again */
    record Made(UUID id, String text) {}

    /** @throws io.doorstep.platform.Refused names the field, or asks for a fresh proof */
    @Transactional
    public Made by(CurrentMember maker, String name, List<String> scopes, @Nullable Instant expires) {
        maker.requireAdmin();
        stepUp.require(maker);
        var known = scopes.stream()
                .distinct()
                .map(MakeApiKey::scope)
                .sorted()
                .map(KeyScope::code)
                .toList();
        requireEnd(expires);
        if (keys.usable(maker.tenant()) >= MOST) {
            throw new Refusal.Conflict("too-many-keys", "There are " + MOST + " keys in use. Revoke one first.")
                    .asException();
        }
        var id = ids.next();
        var text = KeyText.fresh(random);
        audit.record(
                "api-key.created",
                "api-key",
                id.toString(),
                Map.of(
                        "name",
                        name,
                        "prefix",
                        text.prefix(),
                        "scopes",
                        String.join(" ", known),
                        "ends",
                        expires == null ? "never" : expires.toString()));
        keys.add(id, maker, name, text, known, expires);
        return new Made(id, text.shownOnce());
    }

    @Transactional
    public void revoke(CurrentMember member, UUID id) {
        member.requireAdmin();
        var name = keys.revoke(member.tenant(), id)
                .orElseThrow(() -> Refusal.NotFound.of("API key").asException());
        audit.record("api-key.revoked", "api-key", id.toString(), Map.of("name", name));
        changed.ofCredential(id);
    }

    private static KeyScope scope(String code) {
        return KeyScope.ofCode(code)
                .orElseThrow(
                        () -> Refusal.Invalid.field("scopes", "has no scope \"" + code + "\"; choose from the list.")
                                .asException());
    }

    private void requireEnd(@Nullable Instant expires) {
        if (expires == null) {
            return;
        }
        var now = clock.instant();
        if (!expires.isAfter(now)) {
            throw Refusal.Invalid.field("expiresAt", "is over already; choose a later day.")
                    .asException();
        }
        if (expires.isAfter(now.plus(LONGEST_LIFE))) {
            throw Refusal.Invalid.field("expiresAt", "is more than a year away; choose an earlier day.")
                    .asException();
        }
    }
}
