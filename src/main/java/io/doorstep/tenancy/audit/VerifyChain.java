package io.doorstep.tenancy.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes an agency's chain from its first entry to its last, and compares where it ends with the head that no login can write. */
@Component
public class VerifyChain {

    private static final byte[] BEFORE_THE_FIRST = new byte[32];

    private final AuditEntries entries;

    VerifyChain(AuditEntries entries) {
        this.entries = entries;
    }

    /** A head that somebody noted outside. */
    public record Noted(long seq, String hash) {}

    @Transactional(readOnly = true)
    public ChainState verify() {
        return verify(Optional.empty());
    }

    /** @param noted must be part of the chain: what was there then is there now, as it was */
    @Transactional(readOnly = true)
    public ChainState verify(Optional<Noted> noted) {
        var before = entries.end();
        if (before.isEmpty()) {
            return new ChainState.Broken(1, "the agency has no head: it was removed");
        }
        var walk = new Walk(noted);
        entries.each(walk::step);
        if (walk.broken != null) {
            return walk.broken;
        }
        // Entries may have come while we read; the head that was there before is among them, and none is past the one
        // that is there now.
        var after = entries.end().orElseThrow();
        if (walk.seq < before.get().seq()) {
            return new ChainState.Broken(
                    walk.seq + 1,
                    "the tail was cut: the head says %d".formatted(before.get().seq()));
        }
        if (walk.seq > after.seq()) {
            return new ChainState.Broken(
                    after.seq() + 1, "was put behind the head, which says %d".formatted(after.seq()));
        }
        if (walk.seq == after.seq() && !Arrays.equals(walk.hash, after.hash())) {
            return new ChainState.Broken(walk.seq, "is not the entry that the head was made of");
        }
        if (noted.isPresent() && !walk.metNoted) {
            return new ChainState.Broken(
                    Math.min(walk.seq + 1, noted.get().seq()),
                    "the chain does not hold the head that was noted at %d"
                            .formatted(noted.get().seq()));
        }
        return new ChainState.Unbroken(walk.seq, walk.hash);
    }

    private static final class Walk {

        private final Optional<Noted> noted;
        private long seq;
        private byte[] hash = BEFORE_THE_FIRST;
        private boolean metNoted;
        private ChainState.@Nullable Broken broken;

        Walk(Optional<Noted> noted) {
            this.noted = noted;
            this.metNoted = noted.filter(head -> head.seq() == 0).isPresent();
        }

        void step(Entry entry) {
            if (broken != null) {
                return;
            }
            if (entry.seq() != seq + 1) {
                broken = new ChainState.Broken(seq + 1, "is missing");
            } else if (!entry.follows(hash)) {
                broken = new ChainState.Broken(entry.seq(), "does not follow the entry before it");
            } else if (!entry.isGenuine()) {
                broken = new ChainState.Broken(entry.seq(), "was changed");
            } else {
                seq = entry.seq();
                hash = entry.hash();
                metNoted |= noted.filter(head -> head.seq() == entry.seq()
                                && head.hash().equals(HexFormat.of().formatHex(entry.hash())))
                        .isPresent();
            }
        }
    }
}
