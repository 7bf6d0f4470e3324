package io.doorstep.capture.page;

import io.doorstep.platform.Ids;
import io.doorstep.platform.Tokens;
import io.doorstep.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Shows that a form came with a page of ours, and that it stayed with the person long enough to be written by one: the way in for browsers
 * without scripts while the door is rushed. The form's id holds the moment at which it was made, the seal holds the id.
 */
@Component
class FormSeal {

    static final String WAIT =
            "Many people write at this moment, so we take forms a little slower. Nothing is lost: wait half a minute, then send again.";

    private static final String PURPOSE = "capture-form";
    private static final Duration LEAST = Duration.ofSeconds(20);
    private static final Duration MOST = Duration.ofHours(12);

    private final Tokens tokens;
    private final Clock clock;

    FormSeal(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    String of(TenantId tenant, UUID form) {
        return tokens.sign(PURPOSE, tenant.value(), form);
    }

    boolean shows(TenantId tenant, String seal, String form) {
        return tokens.verify(PURPOSE, seal)
                .filter(claim -> claim.tenant().equals(tenant.value())
                        && claim.subject().toString().equals(form))
                .map(claim -> Duration.between(Ids.madeAt(claim.subject()), clock.instant()))
                .filter(age -> age.compareTo(LEAST) >= 0 && age.compareTo(MOST) <= 0)
                .isPresent();
    }
}
