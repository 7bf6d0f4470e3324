package io.doorstep.pipeline;

import static java.time.ZoneOffset.UTC;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.pipeline.Definition.Stage;
import io.doorstep.pipeline.Definition.StageKind;
import io.doorstep.pipeline.Definition.Transition;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published pipelines of the current agency. A published version never changes, so it is read once. Call inside a transaction. */
@Component
public class Definitions {

    private record Key(TenantId tenant, UUID pipelineId, int version) {}

    private record Head(UUID id, PipelineKind kind, String name, int version) {}

    private final Cache<Key, Definition> published =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private final JdbcClient db;

    Definitions(JdbcClient db) {
        this.db = db;
    }

    /** The current version of each pipeline. */
    public List<Definition> all() {
        return db.sql("""
                select id, kind, name, current_version as version from pipeline where current_version > 0 order by kind
                """).query(Definitions::head).list().stream()
                .map(this::load)
                .toList();
    }

    /** The current version. */
    public Definition of(PipelineKind kind) {
        return db.sql("""
                select id, kind, name, current_version as version from pipeline where kind = :kind and current_version > 0
                """)
                .param("kind", kind.name())
                .query(Definitions::head)
                .optional()
                .map(this::load)
                .orElseThrow(() -> new IllegalStateException("the agency has no %s pipeline".formatted(kind)));
    }

    /** The version that a deal runs on. */
    Definition of(UUID pipelineId, int version) {
        var known = published.getIfPresent(new Key(TenantScope.current(), pipelineId, version));
        if (known != null) return known;
        return load(db.sql("""
                select id, kind, name, :version::int as version from pipeline where id = :id
                """)
                .param("id", pipelineId)
                .param("version", version)
                .query(Definitions::head)
                .single());
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                PipelineKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("version"));
    }

    private Definition load(Head head) {
        var key = new Key(TenantScope.current(), head.id, head.version);
        var known = published.getIfPresent(key);
        if (known != null && known.name().equals(head.name)) return known;
        var definition = new Definition(head.id, head.kind, head.name, head.version, stages(head), transitions(head));
        published.put(key, definition);
        return definition;
    }

    private List<Stage> stages(Head head) {
        return db.sql("""
                select key, name, position, kind, initial
                  from stage
                 where pipeline_id = :id and version = :version
                 order by position
                """)
                .param("id", head.id)
                .param("version", head.version)
                .query((row, _) -> new Stage(
                        row.getString("key"),
                        row.getString("name"),
                        row.getInt("position"),
                        StageKind.valueOf(row.getString("kind")),
                        row.getBoolean("initial")))
                .list();
    }

    private List<Transition> transitions(Head head) {
        return db.sql("""
                select t.from_stage, t.to_stage, t.guards
                  from transition t
                  join stage s on (s.tenant_id, s.pipeline_id, s.version, s.key) = (t.tenant_id, t.pipeline_id, t.version, t.to_stage)
                 where t.pipeline_id = :id and t.version = :version
                 order by t.from_stage, s.position
                """)
                .param("id", head.id)
                .param("version", head.version)
                .query(Definitions::transition)
                .list();
    }

    private static Transition transition(ResultSet row, int number) throws SQLException {
        var guards = (String[]) row.getArray("guards").getArray();
        return new Transition(
                row.getString("from_stage"),
                row.getString("to_stage"),
                Stream.of(guards).map(Guard::valueOf).toList());
    }

    /** Writes the version and only then names it as current; from that moment the database refuses to change it. */
    void publish(Definition definition, Instant at) {
        var faults = DefinitionFault.of(definition);
        if (!faults.isEmpty()) throw new IllegalArgumentException(String.join(" ", faults));
        db.sql("""
                insert into pipeline (id, kind, name, current_version, created_at) values (:id, :kind, :name, 0, :at)
                on conflict (tenant_id, id) do update set name = excluded.name
                """)
                .param("id", definition.pipelineId())
                .param("kind", definition.kind().name())
                .param("name", definition.name())
                .param("at", at.atOffset(UTC))
                .update();
        definition.stages().forEach(stage -> insert(definition, stage));
        definition.transitions().forEach(transition -> insert(definition, transition));
        db.sql("""
                update pipeline set current_version = :version where id = :id
                """)
                .param("id", definition.pipelineId())
                .param("version", definition.version())
                .update();
    }

    private void insert(Definition definition, Stage stage) {
        db.sql("""
                insert into stage (pipeline_id, version, key, name, position, kind, initial)
                values (:pipeline, :version, :key, :name, :position, :kind, :initial)
                """)
                .param("pipeline", definition.pipelineId())
                .param("version", definition.version())
                .param("key", stage.key())
                .param("name", stage.name())
                .param("position", stage.position())
                .param("kind", stage.kind().name())
                .param("initial", stage.initial())
                .update();
    }

    private void insert(Definition definition, Transition transition) {
        db.sql("""
                insert into transition (pipeline_id, version, from_stage, to_stage, guards)
                values (:pipeline, :version, :from, :to, :guards)
                """)
                .param("pipeline", definition.pipelineId())
                .param("version", definition.version())
                .param("from", transition.from())
                .param("to", transition.to())
                .param("guards", transition.guards().stream().map(Guard::name).toArray(String[]::new))
                .update();
    }

    boolean has(PipelineKind kind) {
        return db.sql("""
                select exists (select from pipeline where kind = :kind)
                """).param("kind", kind.name()).query(Boolean.class).single();
    }
}
