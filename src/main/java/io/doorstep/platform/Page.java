package io.doorstep.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code nextCursor} is null on the last. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** From one row more than the page holds: that row says that there is a next page. */
    public static <T> Page<T> of(List<T> oneMore, int size, Function<T, String> cursorOf) {
        if (oneMore.size() <= size) {
            return new Page<>(oneMore, null);
        }
        var items = List.copyOf(oneMore.subList(0, size));
        return new Page<>(items, cursorOf.apply(items.getLast()));
    }
}
