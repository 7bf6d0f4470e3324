package io.doorstep.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.identity.Directory;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.testing.DoorstepTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DoorstepTest
class DemoDataTest {

    @Autowired
    DemoData demo;

    @Autowired
    Directory directory;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void present() {
        demo.ensure(System.out::println);
    }

    @Test
    void the_board_looks_alive_and_the_history_holds_together() {
        var said = new ArrayList<String>();
        demo.ensure(said::add);

        assertThat(said).as("a second time nothing is made").isEmpty();
        inHarborPine(() -> {
            assertThat(count("select count(*) from lead where created_at > now() - interval '90 days'"))
                    .isBetween(990L, 1_010L);
            assertThat(count(
                            "select count(*) from deal d join pipeline p on p.id = d.pipeline_id and p.tenant_id = d.tenant_id"
                                    + " where d.open and p.kind = 'BUYER' and d.stage <> 'NURTURE'"))
                    .isEqualTo(39);
            assertThat(count(
                            "select count(*) from deal where stage = 'WON' and opened_at > now() - interval '90 days'"))
                    .isEqualTo(9);
            assertThat(count("select count(*) from deal where stage = 'WON'")).isGreaterThan(20);
            assertThat(count("select count(*) from next_action where done_at is null and due_at < now()"))
                    .isBetween(2L, 12L);
            assertThat(count("select count(*) from appointment where status = 'BOOKED' and ends_at < now()"))
                    .isEqualTo(2);
            assertThat(count("select count(*) from appointment where starts_at > now()"))
                    .isGreaterThan(10);
            assertThat(count("select count(*) from touch where outcome = 'RECEIVED'"))
                    .isZero();
        });
    }

    @Test
    void every_quote_stands_where_its_fact_says() {
        inHarborPine(() -> {
            assertThat(count("select count(*) from fact")).isGreaterThan(3_000);
            assertThat(count("""
                    select count(*) from fact f join message m on m.tenant_id = f.tenant_id and m.id = f.message_id
                     where substr(m.body, f.quote_from + 1, f.quote_to - f.quote_from) <> f.quote
                    """)).isZero();
        });
    }

    @Test
    void nothing_lies_in_the_future_that_has_happened() {
        inHarborPine(() -> {
            for (var query : List.of(
                    "select count(*) from message where created_at > now()",
                    "select count(*) from deal_move where at > now()",
                    "select count(*) from appointment where status <> 'BOOKED' and status <> 'CANCELLED' and ends_at > now()",
                    "select count(*) from (select at < lag(at) over (partition by deal_id order by seq) as back from deal_move) m where back")) {
                assertThat(count(query)).as(query).isZero();
            }
        });
    }

    @Test
    void a_reset_makes_them_anew_and_nothing_is_left_of_the_old_ones() {
        var before = directory.tenantOfSlug("linden-row").orElseThrow();
        var started = System.nanoTime();

        demo.reset(System.out::println);

        System.out.println(
                "reset took " + Duration.ofNanos(System.nanoTime() - started).toMillis() + " ms");
        var admin = JdbcClient.create(settings.admin());
        assertThat(admin.sql("select count(*) from lead where tenant_id = :old")
                        .param("old", before.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(admin.sql(
                                "select count(*) from tenant_directory where slug in ('linden-row', 'harbor-pine') and status = 'ACTIVE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(admin.sql("select count(*) from pg_class where relname = 'lead' and relforcerowsecurity")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_agency_that_is_not_synthetic_is_never_removed() {
        var tenant = directory.tenantOfSlug("linden-row").orElseThrow();
        var admin = JdbcClient.create(settings.admin());
        admin.sql("update agency set synthetic = false where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .update();
        try {
            assertThatThrownBy(() -> new RemoveDemo(settings, directory).remove(LindenRow.agency(), _ -> {}))
                    .hasMessageContaining("is not a demo agency");
        } finally {
            admin.sql("update agency set synthetic = true where tenant_id = :tenant")
                    .param("tenant", tenant.value())
                    .update();
        }
        assertThat(admin.sql("select count(*) from lead where tenant_id = :tenant")
                        .param("tenant", tenant.value())
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    /** Past the directory's cache, which another test's reset may have made stale. */
    private void inHarborPine(Runnable checks) {
        var tenant = JdbcClient.create(settings.admin())
                .sql("select id from tenant_directory where slug = 'harbor-pine' and status = 'ACTIVE'")
                .query(java.util.UUID.class)
                .single();
        TenantScope.runIn(
                new io.doorstep.tenancy.TenantId(tenant), () -> transaction.executeWithoutResult(_ -> checks.run()));
    }

    private long count(String query) {
        return db.sql(query).query(Long.class).single();
    }
}
