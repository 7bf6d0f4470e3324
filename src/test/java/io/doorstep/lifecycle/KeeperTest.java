package io.doorstep.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.demo.DemoData;
import io.doorstep.identity.Directory;
import io.doorstep.lifecycle.schema.TenantSchema;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.Keeper;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.TenantTransactions;
import io.doorstep.testing.DoorstepTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The keeper may delete what is append-only for everybody else; so it is attacked on its own. */
@DoorstepTest
class KeeperTest {

    @Autowired
    @Keeper
    JdbcTemplate jdbc;

    @Autowired
    @Keeper
    TenantTransactions transactions;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    DemoData demo;

    @Autowired
    Directory directory;

    @Test
    void bound_to_one_agency_it_neither_reads_nor_deletes_nor_writes_a_row_of_another() {
        demo.ensure(_ -> {});
        var victim = directory.tenantOfSlug("harbor-pine").orElseThrow().value();
        var before = Twins.rows(settings, new TenantId(victim));
        var db = JdbcClient.create(jdbc);

        for (var table : in(UUID.randomUUID(), () -> TenantSchema.read(db)).tables()) {
            in(UUID.randomUUID(), () -> {
                assertThat(db.sql("select count(*) from " + table.name())
                                .query(Long.class)
                                .single())
                        .as(table.name())
                        .isZero();
                assertThat(db.sql("delete from " + table.name() + " where tenant_id = :victim")
                                .param("victim", victim)
                                .update())
                        .isZero();
                assertThat(db.sql("delete from " + table.name()).update()).isZero();
                return true;
            });
            var columns = String.join(", ", table.columnNames());
            assertThatThrownBy(() -> in(
                            UUID.randomUUID(),
                            () -> db.sql("insert into " + table.name() + " (" + columns
                                            + ") overriding system value select " + columns
                                            + " from jsonb_populate_record(null::" + table.name()
                                            + ", jsonb_build_object('tenant_id', cast(:victim as text)))")
                                    .param("victim", victim.toString())
                                    .update()))
                    .as(table.name())
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
            assertThatThrownBy(() -> in(
                            victim,
                            () -> db.sql("update " + table.name() + " set tenant_id = tenant_id")
                                    .update()))
                    .as("update of " + table.name())
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(Twins.rows(settings, new TenantId(victim))).isEqualTo(before);
    }

    @Test
    void it_begins_no_erasure_of_an_agency_that_is_not_due_and_reaches_no_look_up_table() {
        demo.ensure(_ -> {});
        var agency = directory.tenantOfSlug("harbor-pine").orElseThrow().value();
        var db = JdbcClient.create(jdbc);

        assertThat(in(
                        agency,
                        () -> db.sql("select erasure_begins('{}', '{}')")
                                .query(Boolean.class)
                                .single()))
                .isFalse();
        assertThat(in(
                        agency,
                        () -> db.sql("select erasure_ends() is null")
                                .query(Boolean.class)
                                .single()))
                .isTrue();
        for (var table : new String[] {
            "tenant_directory", "app_user", "credential", "session", "membership", "site_key", "tombstone"
        }) {
            assertThatThrownBy(() -> in(
                            agency,
                            () -> db.sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single()))
                    .as(table)
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(directory.tenantOfSlug("harbor-pine")).isPresent();
    }

    @Test
    void while_a_request_is_served_there_is_no_keeper() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            assertThatThrownBy(() -> in(UUID.randomUUID(), () -> 1)).hasMessageContaining("serves no request");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private <T> T in(UUID tenant, java.util.function.Supplier<T> work) {
        return TenantScope.callIn(
                new TenantId(tenant),
                () -> java.util.Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get())));
    }
}
