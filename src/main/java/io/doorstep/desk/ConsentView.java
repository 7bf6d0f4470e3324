package io.doorstep.desk;

import io.doorstep.lead.ConsentChannel;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the lead said last about a channel, with the words. */
record ConsentView(
        ConsentChannel channel,
        Status status,
        @Nullable String wording,
        @Nullable String wordingVersion,
        @Nullable Instant at,
        @Nullable String source) {

    enum Status {
        GRANTED,
        REVOKED,
        NOT_ASKED
    }

    /** One for each channel that needs consent, asked for or not. */
    static List<ConsentView> complete(List<ConsentView> given) {
        return Stream.of(ConsentChannel.SMS, ConsentChannel.EMAIL, ConsentChannel.CALL)
                .map(channel -> given.stream()
                        .filter(consent -> consent.channel() == channel)
                        .findFirst()
                        .orElse(new ConsentView(channel, Status.NOT_ASKED, null, null, null, null)))
                .toList();
    }
}
