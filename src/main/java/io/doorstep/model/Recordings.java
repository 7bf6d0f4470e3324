package io.doorstep.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Answers that were given once, by the SHA-256 of the request's body, so that a talk with a real model can be played again without
 * it ({@code doorstep.model.record} names the directory; off without). Requests hold what leads wrote: for development, not for production.
 */
@Component
class Recordings {

    private final Optional<Path> directory;

    Recordings(@Value("${doorstep.model.record:}") String directory) {
        this.directory = directory.isBlank() ? Optional.empty() : Optional.of(Path.of(directory));
    }

    boolean on() {
        return directory.isPresent();
    }

    Optional<byte[]> find(String request) {
        return directory
                .map(in -> in.resolve(name(request)))
                .filter(Files::exists)
                .map(Recordings::read);
    }

    void keep(String request, byte[] answer) throws IOException {
        if (directory.isEmpty()) return;
        var in = Files.createDirectories(directory.get());
        var part = Files.write(Files.createTempFile(in, "call", ".part"), answer);
        Files.move(part, in.resolve(name(request)), StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String request) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(request.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash) + ".answer";
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
