package io.doorstep.model;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every call of a model, appended and never changed. */
@Component
class ModelCalls {

    private final JdbcClient db;

    ModelCalls(JdbcClient db) {
        this.db = db;
    }

    void add(ModelCall call) {
        db.sql("""
                insert into model_call
                       (id, conversation_id, purpose, model, provider, prompt, prompt_tokens, completion_tokens,
                        cost_micros, latency_millis, outcome, at)
                values (:id, :conversation, :purpose, :model, :provider, :prompt, :promptTokens, :completionTokens,
                        :cost, :latency, :outcome, :at)
                """)
                .param("id", call.id())
                .param("conversation", call.conversationId())
                .param("purpose", call.purpose().name())
                .param("model", call.model())
                .param("provider", call.provider())
                .param("prompt", call.prompt())
                .param("promptTokens", call.promptTokens())
                .param("completionTokens", call.completionTokens())
                .param("cost", call.costMicros())
                .param("latency", call.latencyMillis())
                .param("outcome", call.outcome().name())
                .param("at", call.at().atOffset(UTC))
                .update();
    }

    /** Newest first. */
    List<ModelCall> latest(int limit) {
        return db.sql("""
                select id, conversation_id, purpose, model, provider, prompt, prompt_tokens, completion_tokens,
                       cost_micros, latency_millis, outcome, at
                  from model_call
                 order by at desc, id desc
                 limit :limit
                """).param("limit", limit).query(ModelCalls::call).list();
    }

    private static ModelCall call(ResultSet row, int number) throws SQLException {
        return new ModelCall(
                Columns.uuid(row, "id"),
                Columns.uuidOrNull(row, "conversation_id"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("model"),
                row.getString("provider"),
                row.getString("prompt"),
                row.getObject("prompt_tokens", Integer.class),
                row.getObject("completion_tokens", Integer.class),
                Columns.longOrNull(row, "cost_micros"),
                row.getInt("latency_millis"),
                Outcome.valueOf(row.getString("outcome")),
                Columns.instant(row, "at"));
    }
}
