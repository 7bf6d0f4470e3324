package io.doorstep.identity;

import io.doorstep.platform.Refusal;

/** A version as a strong entity tag, and back. */
public final class EntityTag {

    private EntityTag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    public static int version(String tag) {
        try {
            return Integer.parseInt(tag.replace("\"", "").strip());
        } catch (NumberFormatException foreign) {
            throw Refusal.Invalid.field("If-Match", "is not a tag that this API gave; read the settings again.")
                    .asException();
        }
    }
}
