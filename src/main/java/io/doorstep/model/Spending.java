package io.doorstep.model;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row an agency and month. */
@Component
class Spending {

    private final JdbcClient db;

    Spending(JdbcClient db) {
        this.db = db;
    }

    Optional<Spend> of(LocalDate month) {
        return db.sql("""
                select spent_micros, reserved_micros, reserved_until, dearest_micros
                  from model_spend
                 where month = :month
                """).param("month", month).query(Spending::spend).optional();
    }

    /** Nobody else reserves or settles until the transaction ends. */
    Spend lock(LocalDate month, Instant now) {
        db.sql("""
                insert into model_spend (month, reserved_until)
                values (:month, :now)
                    on conflict (tenant_id, month) do nothing
                """).param("month", month).param("now", now.atOffset(UTC)).update();
        return db.sql("""
                select spent_micros, reserved_micros, reserved_until, dearest_micros
                  from model_spend
                 where month = :month
                   for update
                """).param("month", month).query(Spending::spend).single();
    }

    void write(LocalDate month, Spend spend) {
        db.sql("""
                update model_spend
                   set spent_micros = :spent,
                       reserved_micros = :reserved,
                       reserved_until = :until,
                       dearest_micros = :dearest
                 where month = :month
                """)
                .param("spent", spend.spent())
                .param("reserved", spend.reserved())
                .param("until", spend.reservedUntil().atOffset(UTC))
                .param("dearest", spend.dearest())
                .param("month", month)
                .update();
    }

    private static Spend spend(ResultSet row, int number) throws SQLException {
        return new Spend(
                row.getLong("spent_micros"),
                row.getLong("reserved_micros"),
                Columns.instant(row, "reserved_until"),
                row.getLong("dearest_micros"));
    }
}
