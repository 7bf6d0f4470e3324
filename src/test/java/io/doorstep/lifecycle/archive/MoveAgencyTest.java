package io.doorstep.lifecycle.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.demo.DemoData;
import io.doorstep.identity.Directory;
import io.doorstep.identity.people.People;
import io.doorstep.lifecycle.Twins;
import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
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
import java.util.List;
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

        var imported = new ImportAgency(target).from(archive, null, (_, _) -> {});
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
        assertThat(Twins.checksums(target, agency.tenant())).isEqualTo(without(Twins.checksums(settings, agency.tenant()), "site_key"));
    }

    private static Map<String, String> without(Map<String, String> checksums, String table) {
        var rest = new HashMap<>(checksums);
        rest.remove(table);
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
