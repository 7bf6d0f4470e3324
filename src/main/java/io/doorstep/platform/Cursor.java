package io.doorstep.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sort key of the last row seen, opaque to clients. It carries no tenant: row level security decides what it may reach. */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public static String of(Object... keys) {
        var text = String.join(
                SEPARATOR, java.util.Arrays.stream(keys).map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** @return null for no cursor; a refusal naming the field for one that was not made here. */
    public static @Nullable Cursor parse(@Nullable String text, int keys) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var parts = List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR, -1));
            if (parts.size() == keys) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the refusal
        }
        throw Refusal.Invalid.field("cursor", "is not one that this list gave; start again without it.")
                .asException();
    }
}
