package io.doorstep.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * The only door to a connection: a transaction, begun in a {@link TenantScope}. The tenant goes to the server with {@code SET LOCAL} in
 * the same round trip as {@code BEGIN}; it ends with the transaction, so a pooled connection has none. A viewer's transaction is read
 * only. An agent's is one of {@code doorstep_agent} where the agency lets its agents see their own leads only: that is remembered
 * from the last one, and asked again along with each {@code BEGIN}, so that a change of the setting acts at once.
 */
public final class TenantTransactions extends JdbcTransactionManager {

    /** Changes of the setting that one begin may meet; each costs a connection taken and given back. */
    private static final int PATIENCE = 5;

    private static final ThreadLocal<@Nullable Door> BEGINNING = new ThreadLocal<>();

    private final Sights sights = new Sights();
    private final Sealing sealing;

    /** As which login a transaction begins. */
    private enum Door {
        WIDE,
        NARROW
    }

    private final Consumer<TenantId> gate;

    public TenantTransactions(DataSource pool) {
        this(pool, Sealing.NONE);
    }

    /** For a tool, which acts for no member. */
    public TenantTransactions(DataSource pool, Sealing sealing) {
        this(pool, pool, sealing);
    }

    /** @param agents connections of {@code doorstep_agent} */
    TenantTransactions(DataSource pool, DataSource agents, Sealing sealing) {
        this(pool, agents, sealing, _ -> {});
    }

    /** @param gate asked before each transaction; it refuses by throwing */
    TenantTransactions(DataSource pool, DataSource agents, Sealing sealing, Consumer<TenantId> gate) {
        super(new OnlyInTransactions(pool, agents));
        setEnforceReadOnly(false);
        this.sealing = sealing;
        this.gate = gate;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        var tenant = TenantScope.current();
        gate.accept(tenant);
        for (var patience = PATIENCE; ; patience--) {
            var narrow = TenantScope.limit() == Limit.SIGHT && sights.narrow(tenant);
            BEGINNING.set(narrow ? Door.NARROW : Door.WIDE);
            try {
                super.doBegin(transaction, definition);
                return;
            } catch (CannotCreateTransactionException failure) {
                if (!(failure.getCause() instanceof OtherSight other) || patience == 0) {
                    throw failure;
                }
                sights.remember(tenant, other.narrow);
            } finally {
                BEGINNING.remove();
            }
        }
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var narrow = BEGINNING.get() == Door.NARROW;
        var tenant = sealing.statement(connection, TenantScope.current().value(), narrow ? member() : null);
        try (var statement = connection.createStatement()) {
            switch (TenantScope.limit()) {
                case NONE -> statement.execute(tenant);
                // From the first query on the server takes it back no more.
                case READ_ONLY -> statement.execute("set transaction read only; " + tenant + "; select 1");
                case SIGHT -> {
                    statement.execute(tenant + "; select leads_seen()");
                    if (Sights.read(statement) != narrow) {
                        throw new OtherSight(!narrow);
                    }
                }
            }
        }
    }

    private static UUID member() {
        return TenantScope.actor().orElseThrow().memberId();
    }

    /** The agency's setting is not the one that was remembered. */
    private static final class OtherSight extends SQLException {
        private final boolean narrow;

        OtherSight(boolean narrow) {
            super("the agency changed what its agents see");
            this.narrow = narrow;
        }
    }

    /** Code outside a transaction gets no connection at all, rather than one that sees nothing. */
    private static final class OnlyInTransactions extends DelegatingDataSource {

        private final DataSource agents;

        OnlyInTransactions(DataSource pool, DataSource agents) {
            super(pool);
            this.agents = agents;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return switch (BEGINNING.get()) {
                case null -> throw new IllegalStateException("no transaction: tenant data is only reached inside one");
                case WIDE -> super.getConnection();
                case NARROW -> agents.getConnection();
            };
        }

        @Override
        public Connection getConnection(String user, String password) {
            throw new UnsupportedOperationException("connections have one role");
        }
    }
}
