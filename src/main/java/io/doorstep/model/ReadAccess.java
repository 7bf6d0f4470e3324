package io.doorstep.model;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out whether an agency's assistant may call a model, and how. */
@Component
class ReadAccess {

    private final ModelSettings settings;
    private final Provider provider;
    private final KeySeal seal;

    ReadAccess(ModelSettings settings, Provider provider, KeySeal seal) {
        this.settings = settings;
        this.provider = provider;
        this.seal = seal;
    }

    /** Empty where the built-in engine was chosen, or no key is there. */
    @Transactional(readOnly = true)
    public Optional<Access> current() {
        return settings.find()
                .filter(setting -> setting.engine() == Engine.MODEL)
                .flatMap(this::of);
    }

    Optional<Access> of(ModelSetting setting) {
        if (setting.models().isEmpty()) return Optional.empty();
        return key(setting).map(key -> new Access(key, setting.models(), setting.budgetMicros()));
    }

    private Optional<String> key(ModelSetting setting) {
        return setting.sealedKey() == null ? provider.key() : seal.open(setting.sealedKey());
    }
}
