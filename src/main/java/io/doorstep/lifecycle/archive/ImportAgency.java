package io.doorstep.lifecycle.archive;

import io.doorstep.lifecycle.archive.Manifest.Content;
import io.doorstep.lifecycle.schema.TenantSchema;
import io.doorstep.lifecycle.schema.TenantTable;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.Sealing;
import io.doorstep.tenancy.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Takes an agency in, with the ids that it had, in one transaction: all of it or nothing. The administrator's login is needed, as for migrations,
 * because triggers must not run: what they made once is in the archive already. Users and directory are written as the owner, and every row of the agency as the keeper, under the policy, so that no file can write a row for another agency. Foreign keys, which
 * are off with the triggers, are looked up afterwards, each of the catalog.
 */
public final class ImportAgency {

    private static final int ROWS_AT_A_TIME = 500;

    /** Whose trigger makes nothing, but refuses an entry that does not follow the chain. */
    private static final Set<String> JUDGED_BY_TRIGGER = Set.of("audit_entry");

    private final DatabaseSettings settings;
    private final Sealing sealing;

    /** @param sealing as this installation's transactions do it */
    public ImportAgency(DatabaseSettings settings, Sealing sealing) {
        this.settings = settings;
        this.sealing = sealing;
    }

    /** @param people of the agency; @param known of them that this server knew before, under the id that stays theirs */
    public record Imported(TenantId tenant, String slug, long rows, int people, int known) {}

    /**
     * @param slug another one than the archive's, or null
     * @throws DamagedArchive when the archive or the place for it is not as it must be
     */
    public Imported from(Path file, @Nullable String slug, WriteArchive.Progress progress) throws IOException {
        try (var archive = Archive.open(file);
                var connection = settings.admin().getConnection()) {
            connection.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            try {
                var imported = take(archive, slug, connection, db, progress);
                connection.commit();
                return imported;
            } catch (DataAccessException refused) {
                connection.rollback();
                throw new DamagedArchive("The database refused it: "
                        + String.valueOf(refused.getMostSpecificCause().getMessage())
                                .lines()
                                .findFirst()
                                .orElse("") + ".");
            } catch (SQLException | RuntimeException refused) {
                connection.rollback();
                throw refused;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The archive was not imported: " + e.getMessage(), e);
        }
    }

    private Imported take(
            Archive archive,
            @Nullable String slug,
            Connection connection,
            JdbcClient db,
            WriteArchive.Progress progress)
            throws SQLException, IOException {
        var manifest = archive.manifest();
        var agency = manifest.agency();
        var place = new Place(db);
        becomeKeeper(db);
        db.sql(sealing.statement(connection, agency.id(), null)).update();
        var schema = TenantSchema.read(db);
        requireReadable(manifest, schema);
        becomeOwner(db);
        var newSlug = slug == null ? agency.slug() : slug;
        place.take(agency.id(), newSlug, agency.name());
        var people = archive.people();
        var ids = place.admit(people);
        var rows = new Rows(
                db,
                newSlug,
                ids,
                progress,
                manifest.tables().stream().mapToLong(Content::rows).sum());
        for (var content : manifest.tables()) {
            triggers(db, JUDGED_BY_TRIGGER.contains(content.table()));
            becomeKeeper(db);
            rows.insert(archive, content, schema.table(content.table()).orElseThrow());
        }
        schema.tables().forEach(table -> requireParents(db, table));
        var members = place.membersOf();
        var siteKey = db.sql("select site_key from agency")
                .query(String.class)
                .optional()
                .orElseThrow(() -> new DamagedArchive("The archive holds no agency."));
        triggers(db, true);
        becomeOwner(db);
        place.open(agency.id(), siteKey, members);
        var known = (int) ids.entrySet().stream()
                .filter(id -> !id.getKey().equals(id.getValue()))
                .count();
        return new Imported(new TenantId(agency.id()), newSlug, rows.done(), people.size(), known);
    }

    private static void requireReadable(Manifest manifest, TenantSchema schema) {
        if (manifest.purpose() != Manifest.Purpose.MOVE) {
            throw new DamagedArchive(
                    "This is an agency's own copy, which lacks what people sign in with. Export it with `./doorstep agency export`.");
        }
        if (manifest.schema().compareTo(schema.version()) > 0) {
            throw new DamagedArchive("The archive is of schema " + manifest.schema() + ", this database of "
                    + schema.version() + ". Update this Doorstep first.");
        }
        for (var content : manifest.tables()) {
            var table = Withheld.tables(schema.tables()).stream()
                    .filter(candidate -> Manifest.fileOf(candidate.name()).equals(content.file()))
                    .findFirst()
                    .orElseThrow(() -> new DamagedArchive("This database has no table " + content.table() + "."));
            var bare = table.columnNames().stream().map(Withheld::bare).toList();
            if (!bare.containsAll(content.columns()) || !content.columns().contains("tenant_id")) {
                throw new DamagedArchive("The columns of " + content.table() + " are not those of this database.");
            }
        }
    }

    /** A row whose parent is not there; the tenant is in every key, so a parent of another agency is none. */
    private static void requireParents(JdbcClient db, TenantTable table) {
        for (var reference : table.references()) {
            var pairs = new ArrayList<String>();
            for (var at = 0; at < reference.columns().size(); at++) {
                pairs.add("p." + reference.parentColumns().get(at) + " = c."
                        + reference.columns().get(at));
            }
            var orphans = db.sql("select count(*) from " + table.name() + " c where "
                            + reference.columns().stream()
                                    .map(column -> "c." + column + " is not null")
                                    .collect(Collectors.joining(" and "))
                            + " and not exists (select from " + reference.parent() + " p where "
                            + String.join(" and ", pairs) + ")")
                    .query(Long.class)
                    .single();
            if (orphans > 0) {
                throw new DamagedArchive("%d rows of %s refer to what is not in the archive (%s)."
                        .formatted(orphans, table.name(), reference.name()));
            }
        }
    }

    /** As if it had logged in: the audit chain asks who did. */
    private static void becomeKeeper(JdbcClient db) {
        becomeAdministrator(db);
        db.sql("set local session authorization doorstep_keeper").update();
    }

    private static void becomeOwner(JdbcClient db) {
        becomeAdministrator(db);
        db.sql("set local role doorstep_owner").update();
    }

    private static void triggers(JdbcClient db, boolean on) {
        becomeAdministrator(db);
        db.sql("set local session_replication_role = " + (on ? "origin" : "replica"))
                .update();
    }

    private static void becomeAdministrator(JdbcClient db) {
        db.sql("reset session authorization").update();
        db.sql("reset role").update();
    }

    /** Rows go in as the server's own reading of their JSON, so that every type comes back as it left. */
    private static final class Rows {

        private final JdbcClient db;
        private final String slug;
        private final Map<UUID, UUID> ids;
        private final WriteArchive.Progress progress;
        private final long all;
        private long done;

        Rows(JdbcClient db, String slug, Map<UUID, UUID> ids, WriteArchive.Progress progress, long all) {
            this.db = db;
            this.slug = slug;
            this.ids = ids;
            this.progress = progress;
            this.all = all;
        }

        void insert(Archive archive, Content content, TenantTable table) throws IOException {
            var columns = table.columnNames().stream()
                    .filter(column -> content.columns().contains(Withheld.bare(column)))
                    .toList();
            var statement = "insert into " + table.name() + " (" + String.join(", ", columns)
                    + ") overriding system value select "
                    + columns.stream().map(column -> value(table, column)).collect(Collectors.joining(", "))
                    + " from jsonb_populate_recordset(null::" + table.name() + ", cast(:rows as jsonb)) line";
            var batch = new ArrayList<String>();
            archive.eachLine(content, line -> {
                batch.add(line);
                if (batch.size() == ROWS_AT_A_TIME) {
                    write(statement, batch);
                }
            });
            write(statement, batch);
        }

        /** A person whom this server knows already keeps the id that they have here; a user's id is the only one that may change. */
        private static String value(TenantTable table, String column) {
            if (column.equals("user_id")) {
                return "coalesce(cast(cast(:ids as jsonb) ->> line.user_id::text as uuid), line.user_id)";
            }
            return table.name().equals("agency") && column.equals("slug") ? ":slug" : "line." + column;
        }

        private void write(String statement, List<String> batch) {
            if (batch.isEmpty()) {
                return;
            }
            var insert = db.sql(statement).param("rows", batch.stream().collect(Collectors.joining(",", "[", "]")));
            if (statement.contains(":ids")) {
                insert = insert.param(
                        "ids",
                        ids.entrySet().stream()
                                .map(id -> "\"" + id.getKey() + "\":\"" + id.getValue() + "\"")
                                .collect(Collectors.joining(",", "{", "}")));
            }
            if (statement.contains(":slug")) {
                insert = insert.param("slug", slug);
            }
            done += insert.update();
            batch.clear();
            progress.at(done, all);
        }

        long done() {
            return done;
        }
    }
}
