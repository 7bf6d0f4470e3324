package io.doorstep.attack;

import io.doorstep.Doorstep;
import io.doorstep.testing.TestDatabase;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** An installation: the application over a database. */
record Site(WebApplicationContext rooms, Wire wire, JdbcClient admin) implements AutoCloseable {

    /** What migrations fill, not agencies. */
    private static final List<String> KEPT = List.of("flyway_schema_history", "signing_key");

    static Site of(WebApplicationContext rooms) {
        return new Site(
                rooms, new Wire(rooms), JdbcClient.create(TestDatabase.shared().admin()));
    }

    /** Another one, with a database of its own. */
    static Site apart() {
        var database = TestDatabase.fresh();
        var rooms = new SpringApplicationBuilder(Doorstep.class)
                .properties(
                        "server.port=0",
                        "doorstep.db.url=" + database.url(),
                        "doorstep.db.admin-user=" + database.adminUser(),
                        "doorstep.secret=a secret for tests only, of enough length",
                        "doorstep.limits.sign-in-per-minute=10000",
                        "doorstep.limits.messages-per-minute=100000")
                .run();
        return new Site(
                (WebApplicationContext) rooms,
                new Wire((WebApplicationContext) rooms),
                JdbcClient.create(database.admin()));
    }

    /** As on the first day: no agency, no user. Who comes next is alone. */
    void emptied() {
        var tables = admin.sql("""
                select string_agg(quote_ident(c.relname), ', ')
                  from pg_class c
                 where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
                   and c.relname <> all (:kept)
                """)
                .param("kept", KEPT.toArray(String[]::new))
                .query(String.class)
                .single();
        admin.sql("truncate " + tables + " cascade").update();
    }

    @Override
    public void close() {
        ((ConfigurableApplicationContext) rooms).close();
    }
}
