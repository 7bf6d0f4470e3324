package io.doorstep.identity.passwords;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a password must not be. No rule asks for kinds of characters: that makes passwords worse (NIST SP 800-63B-4, 3.1.1.2). */
enum PasswordRule {
    LENGTH(
            "needs 10 to 200 characters.",
            candidate -> candidate.length() < PasswordRules.SHORTEST
                    || candidate.password().length() > PasswordRules.LONGEST),
    REPEATS("repeats the same few characters; a few words of your own are better.", Candidate::repeats),
    CONTEXT(
            "is little more than a name of yours, of the agency or of Doorstep, which is tried first.",
            Candidate::isOnlyContext),
    STOLEN("is on a list of stolen passwords, which is tried first; choose another one.", Candidate::isStolen),
    COMMON(
            "is a common password with a little added, which is tried early; choose another one.",
            Candidate::isDecoratedCommonWord);

    private final String objection;
    private final Predicate<Candidate> hurts;

    PasswordRule(String objection, Predicate<Candidate> hurts) {
        this.objection = objection;
        this.hurts = hurts;
    }

    static Optional<String> objectionTo(Candidate candidate) {
        return Stream.of(values())
                .filter(rule -> rule.hurts.test(candidate))
                .map(rule -> rule.objection)
                .findFirst();
    }
}
