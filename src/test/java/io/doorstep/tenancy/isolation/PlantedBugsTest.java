package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.TenantTransactions;
import io.doorstep.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bugs of the kind that people write, planted here and seen by the suite: by a rule over the code before it runs, and by another agency's
 * sentinel in the answer when it does. {@code ArchitectureTest} holds the product against the same rules.
 */
class PlantedBugsTest {

    private static final DatabaseSettings SETTINGS = TestDatabase.fresh();
    private static final TenantId ONE = new TenantId(UUID.randomUUID());
    private static final TenantId OTHER = new TenantId(UUID.randomUUID());

    private static HikariDataSource pool;
    private static JdbcClient db;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void two_agencies_have_the_same_key_and_each_its_sentinel() {
        var config = new HikariConfig();
        config.setDataSource(SETTINGS.as(DatabaseRole.APP));
        config.setMaximumPoolSize(2);
        config.setAutoCommit(false);
        pool = new HikariDataSource(config);
        var manager = new TenantTransactions(pool);
        db = JdbcClient.create(Objects.requireNonNull(manager.getDataSource()));
        transaction = new TransactionTemplate(manager);
        for (var tenant : List.of(ONE, OTHER)) {
            inside(
                    tenant,
                    () -> db.sql(
                                    "insert into idempotency (key, request_hash, body, created_at) values ('same', '', :body, now())")
                            .param("body", Sentinel.of(tenant.value()))
                            .update());
        }
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    /** Planted: what is kept is found by the caller's word, and two agencies say the same. */
    static final class CacheWithoutTenant {
        private final Cache<String, List<String>> bodies = Caffeine.newBuilder().build();

        List<String> bodies(String key) {
            return bodies.get(key, PlantedBugsTest::read);
        }
    }

    /** How it is done. */
    static final class CacheByTenant {
        private record Key(TenantId tenant, String key) {}

        private final Cache<Key, List<String>> bodies = Caffeine.newBuilder().build();

        List<String> bodies(String key) {
            return bodies.get(new Key(TenantScope.current(), key), wanted -> read(wanted.key()));
        }
    }

    /** Planted: a query with the administrator's login, because it was quicker to write. */
    static final class ReadsAroundTheScope {
        private final DataSource around = SETTINGS.admin();

        List<String> bodies(String key) {
            return JdbcClient.create(around)
                    .sql("select body from idempotency where key = :key")
                    .param("key", key)
                    .query(String.class)
                    .list();
        }
    }

    @Test
    void a_cache_key_without_tenant_is_seen_by_the_rule_and_by_the_sentinel() {
        var planted = new CacheWithoutTenant();
        inside(ONE, () -> planted.bodies("same"));

        assertThat(meetsTheOther(() -> planted.bodies("same"))).isTrue();
        assertThat(violations(ScopeRules.CACHES_ARE_KEPT_BY_TENANT, CacheWithoutTenant.class))
                .contains("CacheWithoutTenant.bodies is not kept by tenant");
    }

    @Test
    void a_cache_that_is_kept_by_tenant_passes_both() {
        var kept = new CacheByTenant();
        inside(ONE, () -> kept.bodies("same"));

        assertThat(meetsTheOther(() -> kept.bodies("same"))).isFalse();
        assertThat(violations(ScopeRules.CACHES_ARE_KEPT_BY_TENANT, CacheByTenant.class))
                .isEmpty();
    }

    @Test
    void a_query_that_bypasses_the_scope_is_seen_by_the_rule_and_by_the_sentinel() {
        var planted = new ReadsAroundTheScope();

        assertThat(meetsTheOther(() -> planted.bodies("same"))).isTrue();
        assertThat(violations(ScopeRules.NOBODY_AT_ALL_GOES_AROUND, ReadsAroundTheScope.class))
                .contains("ReadsAroundTheScope");
    }

    @Test
    void the_pool_without_its_door_sees_nothing_so_that_mistake_is_no_leak() {
        var raw = JdbcClient.create(pool);

        assertThat(raw.sql("select body from idempotency").query(String.class).list())
                .isEmpty();
    }

    @Test
    void a_tenant_that_outlives_its_transaction_is_seen_by_the_attack_on_pooled_connections() {
        var tables = Table.readAll(JdbcClient.create(SETTINGS.admin()));
        var planted = new TenantOfTheSession(SETTINGS.as(DatabaseRole.APP));

        var findings = new PoolAttack(planted, tables, List.of(ONE.value(), OTHER.value())).run(40);

        assertThat(findings)
                .filteredOn(finding -> finding.verdict() instanceof Finding.Verdict.Leaked)
                .extracting(Finding::attack)
                .contains(Attack.POOLED_CONNECTION, Attack.BROKEN_OFF);
    }

    /** Behind a pooler a setting of the session would be the next client's; and a plan tells how many rows of others were filtered out. */
    @Test
    void no_statement_of_the_product_sets_anything_for_a_session_or_explains_itself() throws IOException {
        var statement =
                Pattern.compile("\"\\s*(set (?!local |transaction |constraints )\\w+[ .]|explain |discard |listen )");
        try (var files = Files.walk(Path.of("src/main/java/io/doorstep"))) {
            var found = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/tenancy/isolation/"))
                    .filter(file -> !List.of("Migration.java", "AccessNotices.java")
                            .contains(file.getFileName().toString()))
                    .filter(file -> statement.matcher(text(file)).find())
                    .toList();

            assertThat(found).isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One agency has warmed what there is to warm; the other asks the same, and looks for the first one's word. */
    private static boolean meetsTheOther(Supplier<List<String>> read) {
        return inside(OTHER, read).toString().contains(Sentinel.of(ONE.value()));
    }

    private static String violations(ArchRule rule, Class<?> planted) {
        var classes = new ClassFileImporter().importClasses(planted);
        return String.join("\n", rule.evaluate(classes).getFailureReport().getDetails());
    }

    private static List<String> read(String key) {
        return db.sql("select body from idempotency where key = :key")
                .param("key", key)
                .query(String.class)
                .list();
    }

    private static <T> T inside(TenantId tenant, Supplier<T> work) {
        return TenantScope.callIn(tenant, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
