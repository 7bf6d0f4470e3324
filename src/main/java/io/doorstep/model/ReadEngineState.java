package io.doorstep.model;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agency's choice, and what became of it. */
@Component
class ReadEngineState {

    private final ModelSettings settings;
    private final ModelCalls calls;
    private final ReadAccess readAccess;
    private final Budget budget;
    private final Provider provider;

    ReadEngineState(ModelSettings settings, ModelCalls calls, ReadAccess readAccess, Budget budget, Provider provider) {
        this.settings = settings;
        this.calls = calls;
        this.readAccess = readAccess;
        this.budget = budget;
        this.provider = provider;
    }

    record Chosen(ModelSetting setting, long spentMicros, EngineState state) {}

    @Transactional(readOnly = true)
    public Chosen current() {
        var setting = settings.find().orElseGet(() -> ModelSetting.untouched(provider.models()));
        var spent = budget.spentMicros();
        var last = calls.latest(1).stream().findFirst().map(ModelCall::outcome);
        var usable = readAccess.of(setting).isPresent();
        return new Chosen(setting, spent, EngineState.of(setting, usable, spent, last));
    }
}
