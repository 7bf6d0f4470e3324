package io.doorstep.question;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a question is asked at all: a test of one fact.
 *
 * @param value compared without case; none for {@code KNOWN} and {@code UNKNOWN}
 */
public record Condition(String key, Test test, @Nullable String value) {

    public enum Test {
        KNOWN,
        UNKNOWN,
        IS,
        IS_NOT
    }

    /** What is not known is not the value: {@code IS_NOT} holds for it. */
    boolean holds(Known known) {
        var fact = known.facts().get(key);
        return switch (test) {
            case KNOWN -> fact != null;
            case UNKNOWN -> fact == null;
            case IS -> fact != null && is(fact);
            case IS_NOT -> fact == null || !is(fact);
        };
    }

    private boolean is(Object fact) {
        return fact instanceof Collection<?> several ? several.stream().anyMatch(this::same) : same(fact);
    }

    private boolean same(Object fact) {
        return value != null && fact.toString().toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
    }
}
