package io.doorstep.lifecycle.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.people.People;
import io.doorstep.lifecycle.archive.Manifest.Content;
import io.doorstep.lifecycle.schema.TenantSchema;
import io.doorstep.lifecycle.schema.TenantTable;
import io.doorstep.platform.Columns;
import io.doorstep.tenancy.Keeper;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.TenantTransactions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the agency in scope into one zip, from one snapshot of the database, while the agency works. The server makes each row's JSON and a
 * cursor brings it, so that memory does not grow with the agency.
 */
@Component
public class WriteArchive {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final People people;
    private final JsonMapper json;
    private final Clock clock;

    WriteArchive(
            @Keeper JdbcTemplate keeper,
            @Keeper TenantTransactions transactions,
            People people,
            JsonMapper json,
            Clock clock) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(keeper.getDataSource()));
        this.jdbc.setFetchSize(ROWS_AT_A_TIME);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    /** Hears how far it is, now and then. */
    public interface Progress {
        void at(long rows, long ofRows);
    }

    /** @return rows written */
    public long forTheAgency(OutputStream out, Progress progress) {
        return write(Manifest.Purpose.COPY, out, progress);
    }

    /** With what people sign in with. @return rows written */
    public long forAnotherServer(OutputStream out, Progress progress) {
        return write(Manifest.Purpose.MOVE, out, progress);
    }

    private long write(Manifest.Purpose purpose, OutputStream out, Progress progress) {
        var rows = snapshot.execute(_ -> {
            try {
                return writeSnapshot(purpose, out, progress);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return rows == null ? 0 : rows;
    }

    private long writeSnapshot(Manifest.Purpose purpose, OutputStream out, Progress progress) throws IOException {
        // One spelling of times and bytes, whatever the server's or the node's settings.
        jdbc.execute(
                "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'");
        var schema = TenantSchema.read(JdbcClient.create(jdbc));
        var tables = Withheld.tables(schema.tables());
        var meter = new Meter(tables.stream().mapToLong(this::count).sum(), progress);
        var zip = new ZipOutputStream(out, UTF_8);
        zip.setLevel(Deflater.BEST_SPEED + 2);
        var contents = new ArrayList<Content>();
        for (var table : tables) {
            contents.add(writeTable(zip, table, Withheld.columns(table, purpose), meter));
        }
        var members = writePeople(zip, purpose);
        zip.putNextEntry(new ZipEntry(Manifest.FILE));
        var manifest = new Manifest(
                Manifest.FORMAT, purpose, schema.version(), clock.instant().atOffset(UTC), agency(), contents, members);
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.finish();
        out.flush();
        return meter.done();
    }

    private Content writeTable(ZipOutputStream zip, TenantTable table, List<String> columns, Meter meter)
            throws IOException {
        var lines = Lines.into(zip, Manifest.fileOf(table.name()));
        jdbc.query(
                "select to_json(line)::text from (select " + String.join(", ", columns) + " from " + table.name()
                        + " order by " + order(table) + ") line",
                row -> {
                    lines.add(row.getString(1));
                    meter.one();
                });
        return lines.end(columns.stream().map(Withheld::bare).toList());
    }

    /** The same on every server, whatever its collation. */
    private static String order(TenantTable table) {
        return table.key().stream()
                .map(column -> table.isText(column) ? column + " collate \"C\"" : column)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private Content writePeople(ZipOutputStream zip, Manifest.Purpose purpose) throws IOException {
        var users = jdbc.query(
                "select distinct user_id from member order by user_id", (row, _) -> Columns.uuid(row, "user_id"));
        var lines = Lines.into(zip, Manifest.PEOPLE);
        people.withIds(users).stream()
                .map(person -> purpose == Manifest.Purpose.MOVE ? person : person.withoutPassword())
                .forEach(person -> lines.add(json.writeValueAsString(person)));
        return lines.end(List.of("id", "email", "name", "createdAt", "passwordHash", "passwordChangedAt"));
    }

    private Manifest.AgencyName agency() {
        return jdbc.queryForObject(
                "select slug, name from agency",
                (row, _) -> new Manifest.AgencyName(
                        TenantScope.current().value(), row.getString("slug"), row.getString("name")));
    }

    private long count(TenantTable table) {
        var rows = jdbc.queryForObject("select count(*) from " + table.name(), Long.class);
        return rows == null ? 0 : rows;
    }

    private static final class Meter {

        private final long all;
        private final Progress progress;
        private long done;

        Meter(long all, Progress progress) {
            this.all = all;
            this.progress = progress;
        }

        void one() {
            if (++done % ROWS_AT_A_TIME == 0) {
                progress.at(done, all);
            }
        }

        long done() {
            progress.at(done, all);
            return done;
        }
    }
}
