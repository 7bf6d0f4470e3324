package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.Sealing;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/** One connection in one transaction that ends in a rollback. Every statement runs behind a savepoint, so that a refusal ends nothing. */
final class Probe {

    sealed interface Result {
        record Rows(long count) implements Result {}

        record Refused(String state, String message, String constraint) implements Result {

            boolean with(String... states) {
                return List.of(states).contains(state);
            }
        }
    }

    private final Connection connection;
    private final Sealing sealing;
    private long attempts;

    Probe(Connection connection) {
        this(connection, Sealing.NONE);
    }

    Probe(Connection connection, Sealing sealing) {
        this.connection = connection;
        this.sealing = sealing;
    }

    long attempts() {
        return attempts;
    }

    /** Says to the database for which tenant the next statements run; null for none. */
    void enter(@Nullable UUID tenant) {
        must(tenant == null ? "set local app.tenant_id = ''" : entry(tenant));
    }

    /** What the application sends to enter a tenant. */
    String entry(UUID tenant) {
        return entry(tenant, null);
    }

    String entry(UUID tenant, @Nullable UUID member) {
        try {
            return sealing.statement(connection, tenant, member);
        } catch (SQLException e) {
            throw new IllegalStateException("the attacked connection is gone: " + e.getMessage(), e);
        }
    }

    /**
     * A migration that came meanwhile waits for the attacked tables, and all who want them after it wait behind it: the suite makes way.
     *
     * @throws IllegalStateException when somebody waits for this transaction
     */
    void requireNobodyWaits() {
        if (attempt(
                                "select count(*) from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))")
                        instanceof Result.Rows(var waiting)
                && waiting > 0) {
            throw new IllegalStateException(
                    "somebody waits for a table that is under attack (a migration?); the attacks made way, run them again later");
        }
    }

    /** Runs a statement that is part of the scenery; its failure is a fault of the suite. */
    void must(String statement) {
        if (attempt(statement) instanceof Result.Refused refused) {
            throw new IllegalStateException(statement + ": " + refused.message());
        }
    }

    /** The number that a query answers, or that a statement changed. A refusal undoes the statement only. */
    Result attempt(String statement, String... parameters) {
        attempts++;
        try {
            var before = connection.setSavepoint();
            try (var prepared = connection.prepareStatement(statement)) {
                for (var i = 0; i < parameters.length; i++) {
                    prepared.setString(i + 1, parameters[i]);
                }
                long count = -1;
                if (prepared.execute()) {
                    try (var rows = prepared.getResultSet()) {
                        count = rows.next() ? rows.getLong(1) : 0;
                    }
                } else {
                    count = prepared.getUpdateCount();
                }
                connection.releaseSavepoint(before);
                return new Result.Rows(count);
            } catch (SQLException e) {
                undo(before);
                return refused(e);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the attacked connection is gone: " + e.getMessage(), e);
        }
    }

    /**
     * All that the database says to a statement, for looking through: cells parted by commas, rows by lines, then its notices; or the refusal
     * with its detail.
     */
    record Answer(String text, boolean refused) {}

    Answer answer(String statement, String... parameters) {
        attempts++;
        try {
            var before = connection.setSavepoint();
            try (var prepared = connection.prepareStatement(statement)) {
                for (var i = 0; i < parameters.length; i++) {
                    prepared.setString(i + 1, parameters[i]);
                }
                var text = new StringJoiner("\n");
                if (prepared.execute()) {
                    try (var rows = prepared.getResultSet()) {
                        while (rows.next()) {
                            var row = new StringJoiner(",");
                            for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                                row.add(String.valueOf(rows.getString(i)));
                            }
                            text.add(row.toString());
                        }
                    }
                }
                for (var notice = prepared.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                    text.add(String.valueOf(notice.getMessage()));
                }
                connection.releaseSavepoint(before);
                return new Answer(text.toString(), false);
            } catch (SQLException e) {
                undo(before);
                refused(e);
                return new Answer(e.toString(), true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the attacked connection is gone: " + e.getMessage(), e);
        }
    }

    /** Runs something and undoes it, whatever came of it. */
    <T> T undone(Supplier<T> work) {
        try {
            var before = connection.setSavepoint();
            try {
                return work.get();
            } finally {
                undo(before);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the attacked connection is gone: " + e.getMessage(), e);
        }
    }

    /** A savepoint that is only rolled back to stays, and thousands of them inside each other make every statement slow. */
    private void undo(Savepoint before) throws SQLException {
        connection.rollback(before);
        connection.releaseSavepoint(before);
    }

    /** Inserts one row and answers all of it as text, defaults and generated columns included. */
    Map<String, String> insert(String table, List<RowMaker.Choice> choices) throws Refusal {
        return rows(
                "with made as (" + insertion(table, choices)
                        + " returning *) select quote_ident(entry.key), entry.value from made, jsonb_each_text(to_jsonb(made)) entry where entry.value is not null",
                choices);
    }

    /** Inserts one row and answers nothing of it. */
    Map<String, String> insertBlindly(String table, List<RowMaker.Choice> choices) throws Refusal {
        return rows(insertion(table, choices), choices);
    }

    private static String insertion(String table, List<RowMaker.Choice> choices) {
        var named =
                choices.stream().filter(choice -> choice.value().isPresent()).toList();
        return "insert into " + table + " ("
                + String.join(
                        ", ",
                        named.stream().map(choice -> choice.column().name()).toList()) + ") values ("
                + String.join(
                        ", ",
                        named.stream()
                                .map(choice -> "cast(? as " + choice.column().type() + ")")
                                .toList()) + ")";
    }

    private Map<String, String> rows(String statement, List<RowMaker.Choice> choices) throws Refusal {
        attempts++;
        var named =
                choices.stream().filter(choice -> choice.value().isPresent()).toList();
        try {
            var before = connection.setSavepoint();
            try (var prepared = connection.prepareStatement(statement)) {
                for (var i = 0; i < named.size(); i++) {
                    prepared.setString(i + 1, named.get(i).value().orElseThrow());
                }
                var row = new LinkedHashMap<String, String>();
                if (prepared.execute()) {
                    try (var entries = prepared.getResultSet()) {
                        while (entries.next()) {
                            row.put(entries.getString(1), entries.getString(2));
                        }
                    }
                }
                connection.releaseSavepoint(before);
                return row;
            } catch (SQLException e) {
                undo(before);
                throw new Refusal(refused(e));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the attacked connection is gone: " + e.getMessage(), e);
        }
    }

    /** What `copy … to stdout` hands out, or the refusal's state. */
    String copyOut(String what) {
        attempts++;
        try {
            var before = connection.setSavepoint();
            var text = new StringWriter();
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + what + " to stdout", text);
                connection.releaseSavepoint(before);
                return text.toString();
            } catch (SQLException e) {
                undo(before);
                return e.getSQLState();
            }
        } catch (SQLException | java.io.IOException e) {
            throw new IllegalStateException("the attacked connection is gone: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalStateException when the server was too busy to judge, which is no answer */
    private static Result.Refused refused(SQLException e) {
        if (List.of("55P03", "57014", "40P01").contains(String.valueOf(e.getSQLState()))) {
            throw new IllegalStateException(
                    "the server was too busy for the attacks, run them again later: " + e.getMessage(), e);
        }
        var server = e instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        var constraint = server == null ? null : server.getConstraint();
        return new Result.Refused(
                String.valueOf(e.getSQLState()), String.valueOf(e.getMessage()), constraint == null ? "" : constraint);
    }

    /** An insert that the database did not take. */
    static final class Refusal extends Exception {
        private final transient Result.Refused reason;

        Refusal(Result.Refused reason) {
            super(reason.message());
            this.reason = reason;
        }

        Result.Refused reason() {
            return reason;
        }
    }
}
