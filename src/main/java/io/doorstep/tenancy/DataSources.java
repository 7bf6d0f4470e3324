package io.doorstep.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.platform.Secret;
import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.platform.database.Migration;
import io.doorstep.platform.database.SealKey;
import io.doorstep.tenancy.standing.Standings;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The logins: the app inside a tenant, the agent who sees less of it, the gate before one is known, the worker that finds due tasks, the keeper of a
 * whole agency.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableConfigurationProperties(DatabaseSettings.class)
class DataSources {

    private static final Logger log = LoggerFactory.getLogger(DataSources.class);

    @Bean
    DatabaseReady databaseReady(
            DatabaseSettings settings,
            Secret secret,
            @Value("${doorstep.sealed-context:false}") boolean sealed,
            @Value("${doorstep.seal-bound:true}") boolean bound) {
        var key = new SealKey(secret);
        if (settings.adminUser() != null) {
            new Migration(settings, sealed ? key : null).run();
        }
        return DatabaseReady.verify(settings, new Sealing(key, bound));
    }

    @Bean(destroyMethod = "close")
    @AppPool
    HikariDataSource appPool(
            DatabaseSettings settings,
            DatabaseReady ready,
            @Value("${doorstep.bench.bypass-login:}") String bypassLogin) {
        var config = pool(settings, DatabaseRole.APP, settings.poolSize());
        if (!bypassLogin.isEmpty()) {
            config.setDataSource(bypassing(settings, bypassLogin));
        }
        config.setAutoCommit(false);
        config.setIsolateInternalQueries(true); // the pool's own checks leave no transaction open
        return new HikariDataSource(config);
    }

    /** For restricted agents; an agency that lets its agents see everything never connects it. */
    @Bean(destroyMethod = "close")
    @AgentPool
    HikariDataSource agentPool(DatabaseSettings settings, DatabaseReady ready) {
        var config = pool(settings, DatabaseRole.AGENT, settings.poolSize());
        config.setMinimumIdle(0);
        config.setIdleTimeout(60_000);
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setIsolateInternalQueries(true);
        return new HikariDataSource(config);
    }

    @Bean(destroyMethod = "close")
    @Gate
    HikariDataSource gatePool(DatabaseSettings settings, DatabaseReady ready) {
        return new HikariDataSource(pool(settings, DatabaseRole.GATE, 4));
    }

    @Bean(destroyMethod = "close")
    @Worker
    HikariDataSource workerPool(DatabaseSettings settings, DatabaseReady ready) {
        return new HikariDataSource(pool(settings, DatabaseRole.WORKER, 4));
    }

    @Bean
    @Primary
    TenantTransactions transactionManager(
            @AppPool DataSource pool, @AgentPool DataSource agents, DatabaseReady ready, Standings standings) {
        return new TenantTransactions(pool, agents, ready.sealing(), standings::requireOpen);
    }

    @Bean
    @Primary
    TransactionTemplate transactions(TenantTransactions manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    @Primary
    JdbcTemplate jdbc(TenantTransactions manager) {
        var dataSource = manager.getDataSource();
        return new JdbcTemplate(java.util.Objects.requireNonNull(dataSource));
    }

    @Bean
    @Primary
    JdbcClient db(JdbcTemplate jdbc) {
        return JdbcClient.create(jdbc);
    }

    @Bean
    @Gate
    JdbcClient gateDb(@Gate DataSource pool) {
        return JdbcClient.create(pool);
    }

    @Bean
    @Gate
    PlatformTransactionManager gateTransactions(@Gate DataSource pool) {
        return new JdbcTransactionManager(pool);
    }

    /** An export reads for minutes, on purpose; it connects when there is one. */
    @Bean(destroyMethod = "close")
    @Keeper
    HikariDataSource keeperPool(DatabaseSettings settings, DatabaseReady ready) {
        var config = pool(settings, DatabaseRole.KEEPER, 4);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setIsolateInternalQueries(true);
        config.setAutoCommit(false);
        config.setConnectionTimeout(60_000);
        return new HikariDataSource(config);
    }

    @Bean
    @Keeper
    TenantTransactions keeperTransactions(@Keeper DataSource pool, DatabaseReady ready) {
        return new TenantTransactions(pool, pool, ready.sealing(), _ -> {
            if (RequestContextHolder.getRequestAttributes() != null) {
                throw new IllegalStateException("the keeper serves no request: schedule a task");
            }
        });
    }

    @Bean
    @Keeper
    JdbcTemplate keeperJdbc(@Keeper TenantTransactions manager) {
        return new JdbcTemplate(java.util.Objects.requireNonNull(manager.getDataSource()));
    }

    /** {@code bench/rls} measures what row level security costs; on a real database nobody has a use for this. */
    private static DataSource bypassing(DatabaseSettings settings, String login) {
        if (!settings.url().matches("jdbc:postgresql://(localhost|127\\.0\\.0\\.1)[:/].*_bench_rls.*")) {
            throw new IllegalStateException(
                    "refusing to start: a login that bypasses row level security is for the bench's own database only");
        }
        log.warn("row level security is bypassed as {}: this is a measurement", login);
        return settings.dataSource(login, null);
    }

    private static HikariConfig pool(DatabaseSettings settings, DatabaseRole role, int size) {
        var config = new HikariConfig();
        config.setPoolName(role.login());
        config.setDataSource(settings.as(role));
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(5_000);
        return config;
    }
}
