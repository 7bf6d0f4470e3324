package io.doorstep.pipeline.board;

import io.doorstep.identity.CurrentMember;
import io.doorstep.lead.Source;
import io.doorstep.platform.Refusal;
import io.doorstep.qualification.Grade;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deals the board shows.
 *
 * @param words of a search by name, each a beginning
 */
record BoardQuery(
        @Nullable UUID owner,
        @Nullable Grade grade,
        @Nullable Source source,
        boolean leaking,
        boolean noAppointment,
        List<String> words,
        Sort sort) {

    enum Sort {
        due,
        newest,
        value
    }

    private static final int MOST_WORDS = 5;

    static BoardQuery of(
            CurrentMember me,
            @Nullable String owner,
            @Nullable Grade grade,
            @Nullable Source source,
            boolean leaking,
            boolean noAppointment,
            @Nullable String q,
            Sort sort) {
        var words = q == null
                ? List.<String>of()
                : Arrays.stream(q.toLowerCase(Locale.ROOT).split("[\\s,&]+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toList();
        return new BoardQuery(ownerOf(me, owner), grade, source, leaking, noAppointment, words, sort);
    }

    private static @Nullable UUID ownerOf(CurrentMember me, @Nullable String owner) {
        if (owner == null || owner.isEmpty()) return null;
        if (owner.equals("me")) return me.memberId();
        try {
            return UUID.fromString(owner);
        } catch (IllegalArgumentException noId) {
            throw Refusal.Invalid.field("owner", "is neither \"me\" nor the id of a member.")
                    .asException();
        }
    }
}
