package io.doorstep.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is and who logs in ({@code DOORSTEP_DB_URL} and friends).
 *
 * @param url           JDBC URL of a PostgreSQL 15 or newer database
 * @param adminUser     makes roles and runs migrations; without it the schema must be there already
 * @param appPassword   of {@code doorstep_app}; likewise agent, gate, worker and keeper
 * @param poolSize      connections of the application pool
 */
@ConfigurationProperties("doorstep.db")
public record DatabaseSettings(
        String url,
        @Nullable String adminUser,
        @Nullable String adminPassword,
        @Nullable String appPassword,
        @Nullable String agentPassword,
        @Nullable String gatePassword,
        @Nullable String workerPassword,
        @Nullable String keeperPassword,
        @DefaultValue("16") int poolSize) {

    /** For tools and tests that speak as one of the roles outside the application. */
    public javax.sql.DataSource dataSource(String user, @Nullable String password) {
        var dataSource = new org.postgresql.ds.PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setReWriteBatchedInserts(true);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    public javax.sql.DataSource admin() {
        if (adminUser == null) {
            throw new IllegalStateException("this needs DOORSTEP_DB_ADMIN_USER (and DOORSTEP_DB_ADMIN_PASSWORD)");
        }
        return dataSource(adminUser, adminPassword);
    }

    public javax.sql.DataSource as(DatabaseRole role) {
        return dataSource(
                role.login(),
                switch (role) {
                    case APP -> appPassword;
                    case AGENT -> agentPassword;
                    case GATE -> gatePassword;
                    case WORKER -> workerPassword;
                    case KEEPER -> keeperPassword;
                });
    }
}
