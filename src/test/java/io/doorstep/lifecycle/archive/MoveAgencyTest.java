package io.doorstep.lifecycle.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.demo.DemoData;
import io.doorstep.identity.Directory;
import io.doorstep.identity.people.People;
import io.doorstep.lifecycle.Twins;
import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.Sealing;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.TenantTransactions;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@DoorstepTest
class MoveAgencyTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    DemoData demo;

    @Autowired
    Directory directory;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    WriteArchive writeArchive;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private Twins.Twin agency;
    private Path archive;

    @BeforeEach
    void an_agency_in_a_file() {
        demo.ensure(_ -> {});
        agency = Twins.of(
                settings,
                directory.tenantOfSlug("linden-row").orElseThrow().value(),
                "mover-" + Long.toString(System.nanoTime(), 36));
        archive = exported(writeArchive, agency.tenant(), "first.zip");
    }

    @Test
    void on_another_server_it_is_the_same_to_the_last_byte() throws IOException {
        var target = TestDatabase.fresh();

        var imported = new ImportAgency(target, Sealing.NONE).from(archive, null, (_, _) -> {});
        var second = exported(writerOver(target), imported.tenant(), "second.zip");

        assertThat(imported.tenant()).isEqualTo(agency.tenant());
        assertThat(imported.known()).isZero();
        assertThat(imported.rows()).isGreaterThan(5_000);
        try (var here = Archive.open(archive);
                var there = Archive.open(second)) {
            assertThat(there.manifest().tables()).isEqualTo(here.manifest().tables());
            assertThat(there.manifest().people()).isEqualTo(here.manifest().people());
        }
        // What is generated, derived by triggers or kept for the gate came along as well.
        assertThat(withoutSiteKey(Twins.checksums(target, agency.tenant())))
                .isEqualTo(withoutSiteKey(Twins.checksums(settings, agency.tenant())));
    }

    @Test
    void a_person_whom_the_server_knows_keeps_their_account_and_gains_the_agency() throws IOException {
        var target = TestDatabase.fresh();
        var admin = JdbcClient.create(target.admin());
        var known = person("edith");
        var here = UUID.randomUUID();
        admin.sql("insert into app_user (id, email, name, created_at) values (:id, :email, 'Edith Elsewhere', now())")
                .param("id", here)
                .param("email", known)
                .update();
        admin.sql(
                        "insert into credential (user_id, password_hash, changed_at) values (:id, 'the hash of another password', now())")
                .param("id", here)
                .update();

        var imported = new ImportAgency(target, Sealing.NONE).from(archive, "moved-in", (_, _) -> {});

        assertThat(imported.known()).isOne();
        assertThat(imported.slug()).isEqualTo("moved-in");
        assertThat(admin.sql("select slug from agency where tenant_id = :id")
                        .param("id", agency.tenant().value())
                        .query(String.class)
                        .single())
                .isEqualTo("moved-in");
        assertThat(admin.sql(
                                "select name || password_hash from app_user u join credential c on c.user_id = u.id where u.id = :id")
                        .param("id", here)
                        .query(String.class)
                        .single())
                .isEqualTo("Edith Elsewherethe hash of another password");
        assertThat(admin.sql(
                                "select count(*) from membership s join member m on m.tenant_id = s.tenant_id and m.user_id = s.user_id where s.user_id = :id")
                        .param("id", here)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void what_is_not_as_it_must_be_is_refused_and_writes_not_a_row() throws IOException {
        var target = TestDatabase.fresh();
        var victim = UUID.randomUUID();
        var bytes = Files.readAllBytes(archive);

        refused(
                target,
                Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length - 40)),
                "not a whole zip file");
        var flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        refused(target, Files.write(folder.resolve("flipped.zip"), flipped), "");
        refused(
                target,
                changed(
                        "schema",
                        file(
                                "manifest.json",
                                text -> text.replaceFirst("\"schema\" : \"[0-9]+", "\"schema\" : \"299912312359"))),
                "Update this Doorstep");
        refused(
                target,
                changed("format", file("manifest.json", text -> text.replaceFirst("\"format\" : 1", "\"format\" : 2"))),
                "has format 2");
        refused(
                target,
                changed(
                        "row",
                        file(
                                "tables/consent.jsonl",
                                text -> text.replaceFirst("\"source\":\"[A-Z]", "\"source\":\"Q"))),
                "damaged or changed");
        refused(target, changed("extra", files -> files.put("tables/spare.jsonl", "")), "does not name");
        refused(
                target,
                changed("missing", files -> files.remove("tables/consent.jsonl")),
                "lacks tables/consent.jsonl");
        refused(
                target,
                forged(
                        "foreign",
                        "tables/consent.jsonl",
                        text -> text.replaceFirst(agency.tenant().toString(), victim.toString())),
                "another agency");
        refused(
                target,
                forged(
                        "twice",
                        "tables/consent.jsonl",
                        text -> text.replaceFirst("\"tenant_id\":", "\"tenant_id\":\"" + victim + "\",\"tenant_id\":")),
                "not JSON");
        refused(
                target,
                forged("orphan", "tables/lead.jsonl", text -> text.substring(text.indexOf('\n') + 1)),
                "refer to what is not in the archive");
        refused(
                target,
                forged("column", "tables/lead.jsonl", text -> text.replaceFirst("\\{", "{\"rolsuper\":true,")),
                "columns that the manifest does not name");
        refused(
                target,
                forged("value", "tables/lead.jsonl", text -> text.replaceFirst("\"version\":1", "\"version\":\"x\"")),
                "The database refused it");
        refused(
                target,
                forged(
                        "status",
                        "tables/conversation.jsonl",
                        text -> text.replaceFirst("\"channel\":\"[A-Z_]+\"", "\"channel\":\"PIGEON\"")),
                "The database refused it");

        new ImportAgency(target, Sealing.NONE).from(archive, null, (_, _) -> {});
        var settled = Twins.checksums(target, agency.tenant());
        refusedAsIs(target, archive, "here already");
        assertThat(Twins.checksums(target, agency.tenant())).isEqualTo(settled);
    }

    @Test
    void an_archive_that_names_all_its_rows_after_another_agency_of_this_server_is_refused_by_the_directory()
            throws IOException {
        var victim = Twins.of(
                settings,
                directory.tenantOfSlug("linden-row").orElseThrow().value(),
                "victim-" + Long.toString(System.nanoTime(), 36));
        var before = Twins.checksums(settings, victim.tenant());

        var forged = forgedAll(
                "all",
                text -> text.replace(agency.tenant().toString(), victim.tenant().toString())
                        .replace(agency.slug(), "fresh-slug"));

        assertThatThrownBy(() -> new ImportAgency(settings, Sealing.NONE).from(forged, null, (_, _) -> {}))
                .hasMessageContaining("here already");
        assertThat(Twins.checksums(settings, victim.tenant())).isEqualTo(before);
    }

    @Test
    void every_column_that_sounds_like_a_secret_was_looked_at() {
        var schema = io.doorstep.lifecycle.schema.TenantSchema.read(JdbcClient.create(settings.admin()));
        var secret = schema.tables().stream()
                .flatMap(table -> table.columnNames().stream()
                        .filter(column -> Withheld.secret(table.name(), column))
                        .map(column -> table.name() + "." + column))
                .toList();

        // A new one here is left out of an agency's own copy; say so in Withheld if it is none, or if it must not even
        // move.
        System.out.println(secret);
        assertThat(secret).contains("model_setting.sealed_key", "conversation.visitor_hash");
        for (var table : schema.tables()) {
            if (table.name().equals("model_setting")) {
                assertThat(Withheld.columns(table, Manifest.Purpose.MOVE))
                        .doesNotContain("sealed_key", "key_end")
                        .contains("models");
            }
        }
        assertThat(Withheld.tables(schema.tables()))
                .extracting(io.doorstep.lifecycle.schema.TenantTable::name)
                .doesNotContain("agency_export_part", "outgoing_mail")
                .hasSize(schema.tables().size() - 3);
    }

    @Test
    void writes_during_the_export_are_in_it_whole_or_not_at_all() throws Exception {
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var stop = new java.util.concurrent.atomic.AtomicBoolean();
            var writer = threads.submit(() -> {
                while (!stop.get()) {
                    TenantScope.runIn(agency.tenant(), () -> transaction.executeWithoutResult(_ -> leadWithConsent()));
                }
            });
            var during = exported(writeArchive, agency.tenant(), "during.zip");
            stop.set(true);
            writer.get();

            var target = TestDatabase.fresh();
            new ImportAgency(target, Sealing.NONE).from(during, null, (_, _) -> {}); // foreign keys hold: one snapshot
            var pairs = JdbcClient.create(target.admin())
                    .sql(
                            "select (select count(*) from lead where name = 'Late') - (select count(*) from consent where wording = 'Late')");
            assertThat(pairs.query(Long.class).single()).isZero();
        }
    }

    private void leadWithConsent() {
        var lead = UUID.randomUUID();
        db.sql("insert into lead (id, name, source, created_at) values (:id, 'Late', 'MANUAL', now())")
                .param("id", lead)
                .update();
        db.sql(
                        "insert into consent (id, lead_id, channel, granted, wording, wording_version, source, at) values (:id, :lead, 'EMAIL', true, 'Late', 1, 'MANUAL', now())")
                .param("id", UUID.randomUUID())
                .param("lead", lead)
                .update();
    }

    private String person(String name) throws IOException {
        try (var opened = Archive.open(archive)) {
            return opened.people().stream()
                    .map(People.Person::email)
                    .filter(email -> email.contains(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void refused(DatabaseSettings target, Path file, String why) {
        refusedAsIs(target, file, why);
        assertThat(Twins.rows(target, agency.tenant()).values()).allMatch(rows -> rows == 0);
        assertThat(JdbcClient.create(target.admin())
                        .sql("select (select count(*) from tenant_directory) + (select count(*) from app_user)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void refusedAsIs(DatabaseSettings target, Path file, String why) {
        assertThatThrownBy(() -> new ImportAgency(target, Sealing.NONE).from(file, null, (_, _) -> {}))
                .isInstanceOf(DamagedArchive.class)
                .hasMessageContaining(why)
                .hasMessageContaining("Nothing was written");
    }

    private interface Change {
        void to(Map<String, String> files);
    }

    private static Change file(String name, UnaryOperator<String> change) {
        return files -> files.computeIfPresent(name, (_, text) -> {
            var other = change.apply(text);
            assertThat(other).as(name).isNotEqualTo(text);
            return other;
        });
    }

    /** A file of the archive changed, and its manifest made to fit: what a forger would do. */
    private Path forged(String name, String entry, UnaryOperator<String> change) throws IOException {
        return changed(name, files -> {
            file(entry, change).to(files);
            refit(files);
        });
    }

    private Path forgedAll(String name, UnaryOperator<String> change) throws IOException {
        return changed(name, files -> {
            files.replaceAll((_, text) -> change.apply(text));
            refit(files);
        });
    }

    private static void refit(Map<String, String> files) {
        var manifest = JSON.readValue(files.get(Manifest.FILE), Manifest.class);
        var contents = new ArrayList<Manifest.Content>();
        for (var content : manifest.tables()) {
            contents.add(refit(files, content));
        }
        files.put(
                Manifest.FILE,
                JSON.writeValueAsString(new Manifest(
                        manifest.format(),
                        manifest.purpose(),
                        manifest.schema(),
                        manifest.writtenAt(),
                        manifest.agency(),
                        contents,
                        refit(files, manifest.people()))));
    }

    private static Manifest.Content refit(Map<String, String> files, Manifest.Content content) {
        var bytes = java.util.Objects.requireNonNull(files.get(content.file()))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var rows = java.util.stream.IntStream.range(0, bytes.length)
                .filter(at -> bytes[at] == '\n')
                .count();
        return new Manifest.Content(
                content.file(),
                content.columns(),
                rows,
                bytes.length,
                java.util.HexFormat.of().formatHex(Lines.sha256().digest(bytes)));
    }

    private Path changed(String name, Change change) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                }
            }
        }
        change.to(files);
        var file = folder.resolve(name + ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** When the key was made is of no interest to anybody; that it opens the agency's chat is seen below. */
    private static Map<String, String> withoutSiteKey(Map<String, String> checksums) {
        var rest = new HashMap<>(checksums);
        rest.remove("site_key");
        return rest;
    }

    private Path exported(WriteArchive writer, TenantId tenant, String name) {
        var file = folder.resolve(name);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            TenantScope.runIn(tenant, () -> writer.forAnotherServer(out, (_, _) -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static WriteArchive writerOver(DatabaseSettings database) {
        var transactions = new TenantTransactions(database.as(DatabaseRole.KEEPER));
        return new WriteArchive(
                new JdbcTemplate(java.util.Objects.requireNonNull(transactions.getDataSource())),
                transactions,
                new People(JdbcClient.create(database.as(DatabaseRole.GATE))),
                JSON,
                Clock.systemUTC());
    }
}
