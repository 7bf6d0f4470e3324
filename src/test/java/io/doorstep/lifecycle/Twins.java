package io.doorstep.lifecycle;

import io.doorstep.lifecycle.schema.TenantSchema;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.TenantId;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Agencies that are row for row like another one, ids included: only tenant, slug, site key and users differ. Whoever confuses two agencies
 * finds the wrong one's rows under the right ids.
 */
public final class Twins {

    /** The password of a demo agency's people holds for the twin's: {@code twin-of-<their e-mail>} at the same address. */
    public record Twin(TenantId tenant, String slug, String siteKey) {}

    private Twins() {}

    public static Twin of(DatabaseSettings settings, UUID source, String slug) {
        var tenant = UUID.randomUUID();
        var siteKey = "site_"
                + slug.replaceAll("[^a-z0-9]", "x").concat("x".repeat(40)).substring(0, 30);
        try (var connection = settings.admin().getConnection()) {
            connection.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            db.sql("""
                    insert into tenant_directory (id, slug, name, status, created_at)
                    select :tenant, :slug, name, 'ACTIVE', created_at from tenant_directory where id = :source
                    """)
                    .param("tenant", tenant)
                    .param("slug", slug)
                    .param("source", source)
                    .update();
            db.sql("insert into site_key (key, tenant_id, created_at) values (:key, :tenant, now())")
                    .param("key", siteKey)
                    .param("tenant", tenant)
                    .update();
            db.sql("""
                    insert into app_user (id, email, name, created_at)
                    select md5(:slug || u.id)::uuid, :slug || '.' || u.email, u.name, u.created_at
                      from app_user u join member m on m.user_id = u.id where m.tenant_id = :source
                    """).param("slug", slug).param("source", source).update();
            db.sql("""
                    insert into credential (user_id, password_hash, changed_at)
                    select md5(:slug || c.user_id)::uuid, c.password_hash, c.changed_at
                      from credential c join member m on m.user_id = c.user_id where m.tenant_id = :source
                    """).param("slug", slug).param("source", source).update();
            db.sql("set local session_replication_role = replica").update();
            for (var table : TenantSchema.read(db).tables()) {
                if (table.name().equals("audit_entry")) {
                    continue; // its hashes are over the agency's id
                }
                var values = table.columnNames().stream().map(column -> switch (table.name() + "." + column) {
                    case String any when column.equals("tenant_id") -> "'" + tenant + "'::uuid";
                    case String any when column.equals("user_id") -> "md5('" + slug + "' || user_id)::uuid";
                    case "agency.slug" -> "'" + slug + "'";
                    case "agency.site_key" -> "'" + siteKey + "'";
                    case "scheduled_tasks.task_instance", "dead_task.task_instance" ->
                        "replace(task_instance, '" + source + "', '" + tenant + "')";
                    case "scheduled_tasks.execution_time" ->
                        "timestamptz '2030-01-01 00:00+00'"; // it is looked at while it rests
                    default -> column;
                });
                db.sql("insert into " + table.name() + " (" + String.join(", ", table.columnNames())
                                + ") overriding system value select " + values.collect(Collectors.joining(", "))
                                + " from " + table.name() + " where tenant_id = '" + source + "'")
                        .update();
            }
            db.sql("""
                    insert into membership (tenant_id, user_id, member_id, role)
                    select tenant_id, user_id, id, role from member where tenant_id = :tenant and status = 'ACTIVE'
                    """).param("tenant", tenant).update();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Twin(new TenantId(tenant), slug, siteKey);
    }

    /** Rows of an agency per table that has a tenant_id, whatever it is called and whoever guards it. */
    public static Map<String, Long> rows(DatabaseSettings settings, TenantId tenant) {
        return each(settings, "select count(*) from %s where tenant_id = '" + tenant + "'", Long.class);
    }

    /** One digest over all rows of an agency per table. */
    public static Map<String, String> checksums(DatabaseSettings settings, TenantId tenant) {
        return each(
                settings,
                "select coalesce(md5(string_agg(md5(r::text), '' order by md5(r::text))), 'empty') from %s r where tenant_id = '"
                        + tenant + "'",
                String.class);
    }

    /** One digest over all rows of everybody else. */
    public static Map<String, String> checksumsOfOthers(DatabaseSettings settings, TenantId tenant) {
        return each(
                settings,
                "select coalesce(md5(string_agg(md5(r::text), '' order by md5(r::text))), 'empty') from %s r where tenant_id <> '"
                        + tenant + "'",
                String.class);
    }

    private static <T> Map<String, T> each(DatabaseSettings settings, String question, Class<T> type) {
        var db = JdbcClient.create(settings.admin());
        var answers = new TreeMap<String, T>();
        db.sql("""
                select quote_ident(c.relname) from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                 where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                """)
                .query(String.class)
                .list()
                .forEach(table -> answers.put(
                        table, db.sql(question.formatted(table)).query(type).single()));
        return answers;
    }
}
