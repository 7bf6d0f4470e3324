package io.doorstep.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has happened so far, on disk: an entry is forced to the disk before {@link #add} returns, so what the journal says survives a kill of
 * this process at any moment. A half-written last line is what such a kill leaves; it is cut off.
 */
final class Journal implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final FileChannel file;
    private final List<Entry> entries;

    private Journal(FileChannel file, List<Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** An empty one; what stands there is kept aside. */
    static Journal fresh(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (Files.exists(path)) {
            Files.move(
                    path, path.resolveSibling(path.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
        return open(path, List.of(), 0);
    }

    /** Goes on with what stands there. */
    static Journal resumed(Path path) throws IOException {
        var text = Files.readString(path);
        var whole = text.lastIndexOf('\n') + 1;
        var entries = new ArrayList<Entry>();
        for (var line : text.substring(0, whole).split("\n")) {
            if (!line.isEmpty()) {
                entries.add(read(line, path));
            }
        }
        return open(path, entries, text.substring(0, whole).getBytes(UTF_8).length);
    }

    private static Journal open(Path path, List<Entry> entries, long length) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(length).position(length);
        return new Journal(file, new ArrayList<>(entries));
    }

    private static Entry read(String line, Path path) {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JacksonException damaged) {
            throw new ReplayStopped("The journal %s is damaged. Start again without --resume.".formatted(path));
        }
    }

    synchronized void add(Entry entry) {
        try {
            var line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(false);
            entries.add(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
