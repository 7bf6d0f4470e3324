package io.doorstep.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * The only door to a connection of {@code doorstep_app}: a transaction, begun in a {@link TenantScope}. The tenant goes to the server with
 * {@code SET LOCAL} in the same round trip as {@code BEGIN}; it ends with the transaction, so a pooled connection has none.
 */
public final class TenantTransactions extends JdbcTransactionManager {

    private static final ThreadLocal<Boolean> BEGINNING = ThreadLocal.withInitial(() -> false);

    public TenantTransactions(DataSource pool) {
        super(new OnlyInTransactions(pool));
        setEnforceReadOnly(false);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        TenantScope.current();
        BEGINNING.set(true);
        try {
            super.doBegin(transaction, definition);
        } finally {
            BEGINNING.remove();
        }
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        // A java.util.UUID can't carry SQL; SET takes no parameters.
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "set local app.tenant_id = '" + TenantScope.current().value() + "'");
        }
    }

    /** Code outside a transaction gets no connection at all, rather than one that sees nothing. */
    private static final class OnlyInTransactions extends DelegatingDataSource {

        OnlyInTransactions(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (!BEGINNING.get()) {
                throw new IllegalStateException("no transaction: tenant data is only reached inside one");
            }
            return super.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) {
            throw new UnsupportedOperationException("connections have one role");
        }
    }
}
