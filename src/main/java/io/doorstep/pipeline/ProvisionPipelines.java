package io.doorstep.pipeline;

import io.doorstep.platform.Ids;
import io.doorstep.tenancy.AgencyProvisioner;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A new agency gets the buyer, seller and rental pipelines. */
@Component
class ProvisionPipelines implements AgencyProvisioner {

    private final Definitions definitions;
    private final Ids ids;
    private final Clock clock;

    ProvisionPipelines(Definitions definitions, Ids ids, Clock clock) {
        this.definitions = definitions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void provision(NewAgency agency) {
        for (var kind : PipelineKind.values()) {
            if (!definitions.has(kind)) definitions.publish(DefaultPipelines.of(kind, ids.next()), clock.instant());
        }
    }
}
