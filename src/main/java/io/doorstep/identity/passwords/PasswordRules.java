package io.doorstep.identity.passwords;

import io.doorstep.platform.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Judges new passwords, and old ones at sign-in. Works offline: over the list that is shipped, and over the operator's file where there is one. */
@Component
public class PasswordRules {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;

    private static final Logger log = LoggerFactory.getLogger(PasswordRules.class);
    private static final String PRODUCT = "doorstep";

    private final BundledList bundled = BundledList.read();
    private final @Nullable BreachedFile operators;

    PasswordRules(@Value("${doorstep.passwords.breached-file:}") String file) {
        this.operators = file.isBlank() ? null : new BreachedFile(Path.of(file));
    }

    /**
     * @param known names and addresses of the person and the agencies, which a guesser tries first
     * @throws io.doorstep.platform.Refused names the field and the mend
     */
    public void require(String field, String password, Collection<String> known) {
        objectionTo(password, known).ifPresent(objection -> {
            throw Refusal.Invalid.field(field, objection).asException();
        });
    }

    Optional<String> objectionTo(String password, Collection<String> known) {
        var words = Stream.concat(known.stream(), Stream.of(PRODUCT)).toList();
        return PasswordRule.objectionTo(Candidate.of(password, words, bundled, inFile(password)));
    }

    /** Whether a password that is in use is known to be stolen, or as good as. */
    public boolean breached(String password) {
        var candidate = Candidate.of(password, List.of(), bundled, inFile(password));
        return candidate.isStolen() || candidate.isDecoratedCommonWord();
    }

    private boolean inFile(String password) {
        if (operators == null) return false;
        try {
            return operators.has(password);
        } catch (IOException | IllegalStateException unreadable) {
            log.warn(
                    "doorstep.passwords.breached-file can't be read; the list that is shipped still counts",
                    unreadable);
            return false;
        }
    }
}
