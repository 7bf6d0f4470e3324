package io.doorstep.lifecycle.archive;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What an archive says of itself; its last entry, so that a file that was cut off has none.
 *
 * @param format  of the archive itself
 * @param purpose what it was written for
 * @param schema  number of the newest migration of the database it was written from
 * @param tables  one file of JSON Lines each
 * @param people  the agency's members as users of the platform
 */
record Manifest(
        int format,
        Purpose purpose,
        String schema,
        OffsetDateTime writtenAt,
        AgencyName agency,
        List<Content> tables,
        Content people) {

    static final int FORMAT = 1;
    static final String FILE = "manifest.json";
    static final String PEOPLE = "people.jsonl";

    enum Purpose {
        /** For the agency itself: everything but what is secret. */
        COPY,
        /** For another server: also what people sign in with. Only an operator writes it. */
        MOVE
    }

    record AgencyName(UUID id, String slug, String name) {}

    /**
     * @param file    in the archive
     * @param columns of each row, in their order
     * @param sha256  of the file's bytes
     */
    record Content(String file, List<String> columns, long rows, long bytes, String sha256) {
        String table() {
            return file.substring(file.indexOf('/') + 1, file.length() - ".jsonl".length());
        }
    }

    static String fileOf(String table) {
        return "tables/" + table + ".jsonl";
    }
}
