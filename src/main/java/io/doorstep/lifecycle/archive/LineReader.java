package io.doorstep.lifecycle.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines as bytes, none longer than told: a file that unpacks to one endless line ends here. */
final class LineReader implements AutoCloseable {

    private final InputStream in;
    private final long longest;

    LineReader(InputStream in, long longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.longest = longest;
    }

    /** @return null at the end */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream(512);
        int next;
        while ((next = in.read()) >= 0) {
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
            if (line.size() > longest) {
                throw new DamagedArchive("A line is longer than a row can be.");
            }
        }
        if (line.size() > 0) {
            throw new DamagedArchive("The last line has no end.");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
