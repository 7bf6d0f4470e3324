package io.doorstep.model;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.audit.AuditLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what an owner or admin chose. A key goes in and never comes out again. */
@Component
class ChangeModelSetting {

    private static final int SHOWN = 4;

    private final ModelSettings settings;
    private final ReadEngineState read;
    private final ReadAccess readAccess;
    private final KeySeal seal;
    private final Budget budget;

    private final AuditLog audit;

    ChangeModelSetting(
            ModelSettings settings,
            ReadEngineState read,
            ReadAccess readAccess,
            KeySeal seal,
            Budget budget,
            AuditLog audit) {
        this.settings = settings;
        this.read = read;
        this.readAccess = readAccess;
        this.seal = seal;
        this.budget = budget;
        this.audit = audit;
    }

    /** @param key null: the one that is there stays */
    record Wanted(
            Engine engine,
            List<String> models,
            long budgetMinor,
            @Nullable String key,
            boolean removeKey,
            int version) {}

    @Transactional
    public ReadEngineState.Chosen to(TenantId tenant, Wanted wanted) {
        var before = read.current().setting();
        var models = wanted.models().stream().map(String::strip).distinct().toList();
        var setting = withKey(before, wanted, models);
        if (setting.engine() == Engine.MODEL) requireUsable(setting);
        if (!settings.change(tenant, setting)) {
            throw new Refusal.Conflict(
                            "stale-version",
                            "Someone else changed these settings meanwhile. Reload and change again.",
                            Map.of("version", before.version()))
                    .asException();
        }
        if (!before.models().equals(models)) budget.forgetPrices();
        audit.record("assistant.changed", "assistant", null, Map.of("changed", changes(before, setting, wanted)));
        return read.current();
    }

    /** That a key came or went, never the key. */
    private static List<String> changes(ModelSetting before, ModelSetting after, Wanted wanted) {
        var changes = new ArrayList<String>();
        if (before.engine() != after.engine()) changes.add("engine");
        if (!before.models().equals(after.models())) changes.add("models");
        if (before.budgetMinor() != after.budgetMinor()) changes.add("budget");
        if (wanted.key() != null) changes.add("key");
        if (wanted.removeKey()) changes.add("key removed");
        return changes;
    }

    private ModelSetting withKey(ModelSetting before, Wanted wanted, List<String> models) {
        var sealed = wanted.removeKey() ? null : before.sealedKey();
        var end = wanted.removeKey() ? null : before.keyEnd();
        if (wanted.key() != null) {
            sealed = seal.seal(wanted.key());
            end = wanted.key().substring(wanted.key().length() - SHOWN);
        }
        return new ModelSetting(wanted.engine(), models, sealed, end, wanted.budgetMinor(), wanted.version());
    }

    private void requireUsable(ModelSetting setting) {
        if (setting.models().isEmpty()) {
            throw Refusal.Invalid.field("models", "name one at least, or choose the built-in engine.")
                    .asException();
        }
        if (readAccess.of(setting).isEmpty()) {
            throw Refusal.Invalid.field("key", "is needed to call a model. Enter your provider's key.")
                    .asException();
        }
    }
}
