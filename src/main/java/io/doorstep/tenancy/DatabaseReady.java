package io.doorstep.tenancy;

import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proof that the schema is there and that the application's logins are powerless; every pool waits for it. */
record DatabaseReady(Sealing sealing) {

    /** First minor version per major that has the row level security fixes of CVE-2024-10976 and CVE-2025-8713. */
    private static final Map<Integer, Integer> LEAST_MINOR = Map.of(15, 14, 16, 10, 17, 6);

    /** @param sealing to be used if the database asks for seals */
    static DatabaseReady verify(DatabaseSettings settings, Sealing sealing) {
        for (var role : DatabaseRole.values()) {
            var db = JdbcClient.create(settings.as(role));
            powersOf(db).ifPresent(power -> {
                throw new IllegalStateException("refusing to start: " + role.login() + " " + power
                        + "; run `./doorstep migrate` with the administrator's login");
            });
        }
        var version = JdbcClient.create(settings.as(DatabaseRole.APP))
                .sql("select current_setting('server_version_num')::int")
                .query(Integer.class)
                .single();
        var least = LEAST_MINOR.get(version / 10_000);
        if (least != null && version % 10_000 < least) {
            throw new IllegalStateException("refusing to start: PostgreSQL " + version / 10_000 + "." + version % 10_000
                    + " has known row level security flaws; update to " + version / 10_000 + "." + least + " or newer");
        }
        return new DatabaseReady(agreed(settings, sealing));
    }

    static Sealing agreed(DatabaseSettings settings, Sealing sealing) {
        return sealed(settings) ? fitting(settings, sealing) : Sealing.NONE;
    }

    /** The migration has the word, so that no node serves without what the others need. */
    private static boolean sealed(DatabaseSettings settings) {
        return JdbcClient.create(settings.as(DatabaseRole.APP))
                .sql("select prosecdef from pg_proc where oid = 'public.current_tenant()'::regprocedure")
                .query(Boolean.class)
                .single();
    }

    private static Sealing fitting(DatabaseSettings settings, Sealing sealing) {
        var nobody = new UUID(0, 0);
        try (var connection = settings.as(DatabaseRole.APP).getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(sealing.statement(connection, nobody, null));
                statement.execute("select current_tenant()");
            }
            connection.rollback();
            return sealing;
        } catch (SQLException refused) {
            throw new IllegalStateException(
                    "refusing to start: the database does not take this installation's seals (" + refused.getMessage()
                            + "). Run `./doorstep migrate` with DOORSTEP_SEALED_CONTEXT=true and this DOORSTEP_SECRET; set"
                            + " the clocks of both machines; behind a connection pooler set DOORSTEP_SEAL_BOUND=false.",
                    refused);
        }
    }

    private static Optional<String> powersOf(JdbcClient db) {
        return db.sql("""
                select case
                         when r.rolsuper then 'is a superuser'
                         when r.rolbypassrls then 'bypasses row level security'
                         when pg_has_role(r.oid, 'doorstep_owner', 'member') then 'may act as the owner'
                         when exists (select from pg_class c where c.relowner = r.oid) then 'owns tables'
                         when to_regclass('public.agency') is null then 'finds no schema'
                       end
                  from pg_roles r
                 where r.rolname = current_user
                """)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
