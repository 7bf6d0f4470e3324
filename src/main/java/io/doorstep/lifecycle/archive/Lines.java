package io.doorstep.lifecycle.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.lifecycle.archive.Manifest.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One file of JSON Lines in an archive, counted and digested while it is written. */
final class Lines {

    private final ZipOutputStream zip;
    private final String file;
    private final MessageDigest digest = sha256();
    private long rows;
    private long bytes;

    private Lines(ZipOutputStream zip, String file) {
        this.zip = zip;
        this.file = file;
    }

    static Lines into(ZipOutputStream zip, String file) throws IOException {
        zip.putNextEntry(new ZipEntry(file));
        return new Lines(zip, file);
    }

    void add(String line) {
        var text = (line + "\n").getBytes(UTF_8);
        try {
            zip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest.update(text);
        rows++;
        bytes += text.length;
    }

    Content end(List<String> columns) throws IOException {
        zip.closeEntry();
        return new Content(file, columns, rows, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
