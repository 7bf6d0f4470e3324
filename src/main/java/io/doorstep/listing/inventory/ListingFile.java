package io.doorstep.listing.inventory;

import io.doorstep.platform.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a CSV with a header, or JSON: a list of objects, or RESO Web API's {@code {"value": [...]}}. Tells them, the separator and the
 * encoding apart by themselves, as spreadsheets write all of them.
 */
@Component
class ListingFile {

    static final int MOST_ROWS = 20_000;
    private static final char BOM = '\uFEFF';

    private final JsonMapper json;

    ListingFile(JsonMapper json) {
        this.json = json;
    }

    /** @param columns as the file spells them */
    record Content(List<String> columns, List<FileRow> rows) {}

    Content read(byte[] bytes) {
        var text = text(bytes);
        var start = text.stripLeading();
        if (start.isEmpty()) throw refused("is empty; choose a CSV or JSON file with listings.");
        var content = start.startsWith("[") || start.startsWith("{") ? objects(start) : table(start);
        if (content.rows().size() > MOST_ROWS) {
            throw refused("has more than %,d rows; split it.".formatted(MOST_ROWS));
        }
        return content;
    }

    private static Content table(String text) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            var columns = parser.getHeaderNames();
            var rows = new ArrayList<FileRow>();
            for (var record : parser) {
                var cells = new HashMap<String, String>();
                for (int at = 0; at < Math.min(columns.size(), record.size()); at++) {
                    cells.put(columns.get(at).strip().toLowerCase(Locale.ROOT), record.get(at));
                }
                rows.add(new FileRow((int) record.getRecordNumber() + 1, cells));
            }
            return new Content(columns, rows);
        } catch (UncheckedIOException malformed) {
            throw refused("can't be read as CSV: "
                    + NestedExceptionUtils.getMostSpecificCause(malformed).getMessage());
        } catch (IOException | IllegalArgumentException malformed) {
            throw refused("can't be read as CSV: " + malformed.getMessage());
        }
    }

    /** Whichever the header has most of. */
    private static char delimiter(String text) {
        var header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            if (count(header, candidate) > count(header, best)) best = candidate;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private Content objects(String text) {
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JacksonException malformed) {
            var at = malformed.getLocation(); // none where a limit stopped the reader
            throw refused(
                    at == null
                            ? "is not JSON that can be read: it is nested too deep, or has a number too long."
                            : "is not JSON: line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()));
        }
        var list = root.isArray() ? root : root.path("value");
        if (!list.isArray()) throw refused("holds no list; send [...] or {\"value\": [...]}.");
        var columns = new TreeSet<String>();
        var rows = new ArrayList<FileRow>();
        for (var object : list) {
            var cells = new HashMap<String, String>();
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                columns.add(property.getKey());
                var value = value(property.getValue());
                if (value != null) cells.put(property.getKey().toLowerCase(Locale.ROOT), value);
            }
            rows.add(new FileRow(rows.size() + 1, cells));
        }
        return new Content(List.copyOf(columns), rows);
    }

    private static @Nullable String value(JsonNode node) {
        if (node.isNull()) return null;
        if (!node.isArray()) return node.asString(node.toString());
        return node.valueStream().map(item -> item.asString("")).collect(Collectors.joining(","));
    }

    private static String text(byte[] bytes) {
        var text = new String(bytes, charset(bytes));
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1)) {
            return StandardCharsets.UTF_16;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("windows-1252"); // what spreadsheets write where nobody chose
        }
    }

    private static RuntimeException refused(String message) {
        return Refusal.Invalid.field("file", message).asException();
    }
}
