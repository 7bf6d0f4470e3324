package io.doorstep.pipeline;

import org.jspecify.annotations.Nullable;

/** One guard as judged: what was asked, in a sentence for people, whether it holds, and what would mend it. */
public record Check(
        String key,
        String sentence,
        boolean holds,
        @Nullable Remedy remedy) {

    public enum RemedyKind {
        BOOK,
        ASK,
        CONFIRM,
        FILL
    }

    /** @param field of the move command, for FILL */
    public record Remedy(
            RemedyKind kind, String label, @Nullable String field) {

        static Remedy ask(String label) {
            return new Remedy(RemedyKind.ASK, label, null);
        }

        static Remedy book(String label) {
            return new Remedy(RemedyKind.BOOK, label, null);
        }

        static Remedy confirm(String label) {
            return new Remedy(RemedyKind.CONFIRM, label, null);
        }

        static Remedy fill(String label, String field) {
            return new Remedy(RemedyKind.FILL, label, field);
        }
    }
}
