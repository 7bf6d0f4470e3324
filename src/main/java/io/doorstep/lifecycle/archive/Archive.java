package io.doorstep.lifecycle.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.identity.people.People.Person;
import io.doorstep.lifecycle.archive.Manifest.Content;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An archive that was read to its last byte: it is whole, it holds what its manifest says and nothing else, and every row of it is of the one agency
 * that it names. What the rows say is then the database's to judge.
 */
final class Archive implements AutoCloseable {

    private static final int LONGEST_LINE = 64 << 20;
    private static final int LONGEST_MANIFEST = 4 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws DamagedArchive saying what is wrong with it */
    static Archive open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), UTF_8);
        } catch (ZipException cutOff) {
            throw new DamagedArchive(file + " is not a whole zip file: " + cutOff.getMessage() + ".");
        }
        try {
            var archive = new Archive(zip, manifest(zip));
            archive.verify();
            return archive;
        } catch (ZipException | EOFException broken) {
            zip.close();
            throw new DamagedArchive(file + " is damaged: " + broken.getMessage() + ".");
        } catch (IOException | RuntimeException bad) {
            zip.close();
            throw bad;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    List<Person> people() throws IOException {
        var people = new ArrayList<Person>();
        eachLine(manifest.people(), line -> people.add(JSON.readValue(line, Person.class)));
        return people;
    }

    /** Lines of one table, in order. */
    void eachLine(Content content, Consumer<String> line) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(stream(content.file()), UTF_8), 1 << 16)) {
            String next;
            while ((next = reader.readLine()) != null) {
                line.accept(next);
            }
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.FILE);
        if (entry == null) {
            throw new DamagedArchive(
                    "The archive has no " + Manifest.FILE + ": it was not written to its end, or not by Doorstep.");
        }
        try (var in = zip.getInputStream(entry)) {
            var manifest = JSON.readValue(in.readNBytes(LONGEST_MANIFEST), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new DamagedArchive("The archive has format " + manifest.format() + "; this Doorstep reads "
                        + Manifest.FORMAT + ".");
            }
            return manifest;
        } catch (JacksonException unreadable) {
            throw new DamagedArchive(Manifest.FILE + " can't be read: " + unreadable.getOriginalMessage() + ".");
        }
    }

    private void verify() throws IOException {
        var contents = Stream.concat(manifest.tables().stream(), Stream.of(manifest.people()))
                .toList();
        var named = new HashSet<>(List.of(Manifest.FILE));
        for (var content : contents) {
            if (!named.add(content.file())) {
                throw new DamagedArchive("The manifest names " + content.file() + " twice.");
            }
        }
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            var name = entries.nextElement().getName();
            if (!named.contains(name)) {
                throw new DamagedArchive("The archive holds " + name + ", which its manifest does not name.");
            }
        }
        for (var content : contents) {
            verify(content, content != manifest.people());
        }
    }

    private void verify(Content content, boolean ofTheAgency) throws IOException {
        var digest = Lines.sha256();
        var rows = 0L;
        var bytes = 0L;
        try (var in = new DigestInputStream(stream(content.file()), digest);
                var lines = new LineReader(in, Math.min(content.bytes(), LONGEST_LINE))) {
            byte[] line;
            while ((line = lines.next()) != null) {
                rows++;
                bytes += line.length + 1L;
                if (bytes > content.bytes()) {
                    throw new DamagedArchive(content.file() + " is longer than the manifest says.");
                }
                if (ofTheAgency) {
                    requireOwn(content, rows, line);
                }
            }
        } catch (ZipException | EOFException broken) {
            throw new DamagedArchive(content.file() + " is damaged: " + broken.getMessage() + ".");
        }
        if (rows != content.rows()
                || bytes != content.bytes()
                || !HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
            throw new DamagedArchive(content.file() + " is not what the manifest says: it was damaged or changed.");
        }
    }

    private void requireOwn(Content content, long row, byte[] line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException unreadable) {
            throw new DamagedArchive(content.file() + ", line " + row + " is not JSON.");
        }
        if (!node.isObject()
                || !node.path("tenant_id")
                        .asString("")
                        .equals(manifest.agency().id().toString())) {
            throw new DamagedArchive(content.file() + ", line " + row + " is a row of another agency.");
        }
        if (!content.columns().containsAll(node.propertyNames())) {
            throw new DamagedArchive(
                    content.file() + ", line " + row + " has columns that the manifest does not name.");
        }
    }

    private InputStream stream(String file) throws IOException {
        var entry = zip.getEntry(file);
        if (entry == null) {
            throw new DamagedArchive("The archive lacks " + file + ", which its manifest names.");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
