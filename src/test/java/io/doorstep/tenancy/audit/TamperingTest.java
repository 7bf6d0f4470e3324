package io.doorstep.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import io.doorstep.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application's login can not do, and what a look at the chain says when the database's owner did it all the same. */
@DoorstepTest
class TamperingTest {

    @Autowired
    AuditLog log;

    @Autowired
    VerifyChain chain;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set detail = '{}'",
                "delete from audit_entry",
                "truncate audit_entry",
                "alter table audit_entry disable trigger audit_chain",
                "drop trigger audit_chain on audit_entry",
                "update audit_head set seq = 0",
                "delete from audit_head",
                "insert into audit_head select * from audit_head",
                "select count(*) from audit_head",
                "set session_replication_role = replica",
            })
    void the_application_can_only_add(String statement) {
        var agency = agencyWithEntries();

        assertThatThrownBy(() ->
                        agency.inTransaction((Runnable) () -> db.sql(statement).update()))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*")
                .isInstanceOf(SQLException.class);
    }

    @Test
    void the_caller_chooses_neither_place_nor_moment_nor_hash() {
        var agency = agencyWithEntries();

        agency.inTransaction(() -> db.sql("""
                        insert into audit_entry (seq, at, via, action, subject_type, previous_hash, hash)
                        values (900, '2001-01-01', 'SYSTEM', 'thing.forged', 'thing', sha256('a'), sha256('b'))
                        """).update());

        assertThat(chainOf(agency))
                .isInstanceOfSatisfying(
                        ChainState.Unbroken.class,
                        state -> assertThat(state.entries()).isEqualTo(count(agency)));
        assertThat(asOwner(
                        "select at > now() - interval '1 hour' from audit_entry where action = 'thing.forged' and tenant_id = '%s'"
                                .formatted(agency.tenant())))
                .isEqualTo("t");
    }

    @Test
    void an_entry_for_another_agency_is_refused_and_leaves_its_chain_alone() {
        var mine = agencyWithEntries();
        var theirs = agencyWithEntries();
        var before = chainOf(theirs);

        assertThatThrownBy(() -> mine.inTransaction((Runnable) () ->
                        db.sql("""
                        insert into audit_entry (tenant_id, seq, at, via, action, subject_type, previous_hash, hash)
                        values (:theirs, 900, now(), 'SYSTEM', 'thing.forged', 'thing', sha256('a'), sha256('b'))
                        """).param("theirs", theirs.tenant().value()).update()))
                .rootCause()
                .hasMessageContaining("row-level security");

        assertThat(chainOf(theirs)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a changed detail | update audit_entry set detail = '{\"n\": 9}' where tenant_id = '%1$s' and seq = %2$d + 2 | 2 | was changed",
                "a changed actor | update audit_entry set via = 'TASK' where tenant_id = '%1$s' and seq = %2$d + 2 | 2 | was changed",
                "a changed moment | update audit_entry set at = at - interval '1 microsecond' where tenant_id = '%1$s' and seq = %2$d + 2 | 2 | was changed",
                "a changed hash | update audit_entry set hash = sha256('x') where tenant_id = '%1$s' and seq = %2$d + 2 | 2 | was changed",
                "a removed entry | delete from audit_entry where tenant_id = '%1$s' and seq = %2$d + 2 | 2 | is missing",
                "the first removed | delete from audit_entry where tenant_id = '%1$s' and seq = 1 | first | is missing",
                "two that changed places | update audit_entry set seq = case seq when %2$d + 1 then 9999 else %2$d + 1 end where tenant_id = '%1$s' and seq in (%2$d + 1, %2$d + 2); update audit_entry set seq = %2$d + 2 where tenant_id = '%1$s' and seq = 9999 | 1 | does not follow the entry before it",
                "one put in between | update audit_entry set seq = seq + 1000 where tenant_id = '%1$s' and seq > %2$d + 1; insert into audit_entry select tenant_id, seq + 1, at, null, null, 'SYSTEM', null, null, 'thing.forged', 'thing', null, '{}', hash, hash from audit_entry where tenant_id = '%1$s' and seq = %2$d + 1; update audit_entry set seq = seq - 999 where tenant_id = '%1$s' and seq > 1000 | 2 | was changed",
                "a cut tail | delete from audit_entry where tenant_id = '%1$s' and seq > %2$d + 2 | 3 | the tail was cut",
                "one put behind the head | insert into audit_entry select tenant_id, seq + 1, at, null, null, 'SYSTEM', null, null, 'thing.forged', 'thing', null, '{}', hash, hash from audit_entry where tenant_id = '%1$s' and seq = %2$d + 4 | 5 | was changed",
                "a moved head | update audit_head set hash = sha256('x') where tenant_id = '%1$s' | 4 | is not the entry that the head was made of",
                "a removed head | delete from audit_head where tenant_id = '%1$s' | first | the agency has no head",
            })
    void every_way_to_tamper_is_named_with_its_first_place(
            String what, String statement, String place, String problem) {
        var agency = agencies.fresh();
        var before = count(agency);
        for (var n = 1; n <= 4; n++) {
            record(agency, n);
        }
        assertThat(chainOf(agency)).isInstanceOf(ChainState.Unbroken.class);

        asOwner(statement.formatted(agency.tenant(), before));

        var expected = place.equals("first") ? 1 : before + Long.parseLong(place);
        assertThat(chainOf(agency)).isInstanceOfSatisfying(ChainState.Broken.class, broken -> {
            assertThat(broken.problem()).startsWith(problem);
            assertThat(broken.seq()).isEqualTo(expected);
        });
    }

    /** Who owns the database can write the chain anew, head and all; only what was noted elsewhere tells. */
    @Test
    void a_chain_that_was_cut_together_with_its_head_does_not_hold_the_head_that_was_noted() {
        var agency = agencyWithEntries();
        var noted = chainOf(agency) instanceof ChainState.Unbroken(var seq, var hash)
                ? Optional.of(new VerifyChain.Noted(seq, hash))
                : Optional.<VerifyChain.Noted>empty();
        record(agency, 9);
        assertThat(agency.inScope(() -> chain.verify(noted))).isInstanceOf(ChainState.Unbroken.class);

        asOwner("""
                delete from audit_entry where tenant_id = '%1$s' and seq > 1;
                update audit_head h set seq = e.seq, hash = e.hash from audit_entry e
                 where e.tenant_id = h.tenant_id and h.tenant_id = '%1$s'
                """.formatted(agency.tenant()));

        assertThat(chainOf(agency)).isInstanceOf(ChainState.Unbroken.class);
        assertThat(agency.inScope(() -> chain.verify(noted))).isInstanceOf(ChainState.Broken.class);
    }

    private TestAgency agencyWithEntries() {
        var agency = agencies.fresh();
        for (var n = 1; n <= 3; n++) {
            record(agency, n);
        }
        return agency;
    }

    private void record(TestAgency agency, int n) {
        agency.inTransaction(
                () -> log.record("thing.changed", "thing", "é" + n, Map.of("n", n, "name", "Zoë’s “thing”")));
    }

    private ChainState chainOf(TestAgency agency) {
        return agency.inScope(chain::verify);
    }

    private long count(TestAgency agency) {
        return agency.inTransaction(() ->
                db.sql("select count(*) from audit_entry").query(Long.class).single());
    }

    /** As the administrator, with no trigger in the way. */
    private static String asOwner(String sql) {
        try (var connection = TestDatabase.shared().admin().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute(sql);
            var rows = statement.getResultSet();
            var answer = rows != null && rows.next() ? rows.getString(1) : "";
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
