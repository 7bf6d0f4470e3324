package io.doorstep.cli.agency;

import io.doorstep.lifecycle.archive.WriteArchive;
import io.doorstep.tenancy.TenantScope;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description =
                "Write an agency into one file, with what its people sign in with, to move it to another server. The file is a secret.")
class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SLUG")
    private String slug = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file; only you can read it.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws Exception {
        if (Files.exists(out)) {
            throw new FileAlreadyExistsException(out + " is there already");
        }
        return Beside.theServer(context -> {
            var agency = Beside.agency(context, slug);
            var started = System.nanoTime();
            var rows = TenantScope.callIn(agency.id(), () -> write(context.getBean(WriteArchive.class)));
            System.out.printf(
                    "%s: %,d rows, %,.1f MB in %.1f s%n",
                    out, rows, Files.size(out) / 1048576.0, (System.nanoTime() - started) / 1e9);
            return 0;
        });
    }

    /** Under another name until it is whole. */
    private long write(WriteArchive writeArchive) {
        var part = out.resolveSibling(out.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            long rows;
            try (var file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                rows = writeArchive.forAnotherServer(file, new Percent());
            }
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
