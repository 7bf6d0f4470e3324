package io.doorstep.lifecycle;

import io.doorstep.lifecycle.schema.TenantSchema;
import io.doorstep.tenancy.Keeper;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.TenantTransactions;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How large an agency is, for the operator's list; also of one that is closed. */
@Component
public class Census {

    /** @param bytes of all its rows, without indexes */
    public record Size(long members, long leads, long rows, long bytes) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Census(@Keeper JdbcTemplate keeper, @Keeper TenantTransactions transactions) {
        this.db = JdbcClient.create(keeper);
        this.transaction = new TransactionTemplate(transactions);
    }

    public Size of(TenantId tenant) {
        return TenantScope.callIn(tenant, () -> Objects.requireNonNull(transaction.execute(_ -> count())));
    }

    private Size count() {
        var rows = 0L;
        var bytes = 0L;
        for (var table : TenantSchema.read(db).tables()) {
            var size = db.sql(
                            "select count(*), coalesce(sum(pg_column_size(t)), 0)::bigint from " + table.name() + " t")
                    .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                    .single();
            rows += size[0];
            bytes += size[1];
        }
        return new Size(
                one("select count(*) from member where status = 'ACTIVE'"),
                one("select count(*) from lead"),
                rows,
                bytes);
    }

    private long one(String question) {
        return db.sql(question).query(Long.class).single();
    }
}
