package io.doorstep.model;

import io.doorstep.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row an agency, from the first change on. */
@Component
class ModelSettings {

    private final JdbcClient db;

    ModelSettings(JdbcClient db) {
        this.db = db;
    }

    Optional<ModelSetting> find() {
        return db.sql("""
                select engine, models, sealed_key, key_end, budget_minor, version
                  from model_setting
                """).query(ModelSettings::setting).optional();
    }

    /** @return false when somebody else changed it meanwhile */
    boolean change(TenantId tenant, ModelSetting wanted) {
        return db.sql("""
                insert into model_setting as present
                       (tenant_id, engine, models, sealed_key, key_end, budget_minor, version)
                values (:tenant, :engine, :models, :key, :keyEnd, :budget, :version + 1)
                    on conflict (tenant_id) do update
                   set engine = excluded.engine,
                       models = excluded.models,
                       sealed_key = excluded.sealed_key,
                       key_end = excluded.key_end,
                       budget_minor = excluded.budget_minor,
                       version = excluded.version
                 where present.version = :version
                """)
                        .param("tenant", tenant.value())
                        .param("engine", wanted.engine().name())
                        .param("models", wanted.models().toArray(String[]::new))
                        .param("key", wanted.sealedKey())
                        .param("keyEnd", wanted.keyEnd())
                        .param("budget", wanted.budgetMinor())
                        .param("version", wanted.version())
                        .update()
                == 1;
    }

    private static ModelSetting setting(ResultSet row, int number) throws SQLException {
        return new ModelSetting(
                Engine.valueOf(row.getString("engine")),
                List.of((String[]) row.getArray("models").getArray()),
                row.getBytes("sealed_key"),
                row.getString("key_end"),
                row.getLong("budget_minor"),
                row.getInt("version"));
    }
}
