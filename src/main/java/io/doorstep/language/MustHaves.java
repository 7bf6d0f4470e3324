package io.doorstep.language;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Wishes for a home: "with a garage", "pets should be allowed", "unfurnished", "the yard doesn't matter". */
final class MustHaves {

    private static final Pattern NOT_NEEDED =
            Pattern.compile("\\b(?:no|not|without|don't (?:need|want|have|require)|do not (?:need|want|have|require)"
                    + "|doesn't (?:need|have) (?:to be |to have |to )?|does not (?:need|have) (?:to be |to have "
                    + "|to )?|needn't|won't need|never|un)(?:[ -](?:be|have|any|an?|to|it|the|it to be|need"
                    + "|in[- ]unit|fully)){0,3}[ -]?$");

    private static final Pattern NO_MATTER_BEFORE = Pattern.compile(
            "\\b(?:don't (?:care|mind)|do not (?:care|mind)|doesn't matter|does not matter|no preference"
                    + "|not (?:picky|fussy)|either way|with or without)\\b[^.?!]{0,30}$");

    private static final Pattern NO_MATTER_AFTER = Pattern.compile(
            "^[^.?!]{0,30}\\b(?:doesn't matter|does not matter|(?:isn't|is not|not|n't) (?:that |so |very |really )?(?:important|necessary|a must|required|essential|crucial|critical)"
                    + "|optional|either(?: way| one)? (?:is|works?|way|would)|don't care|do not care"
                    + "|(?:not a|no) (?:must|requirement|deal ?breaker)|or not|with or without)\\b");

    private static final Pattern NOT_ALLOWED =
            Pattern.compile("^[^.?!]{0,16}\\b(?:not|n't) (?:be )?(?:allowed|needed|required|necessary|permitted)\\b");

    private static final Pattern ASKS_FOR_WISH = Pattern.compile(
            "\\b(?:do you|would you|will any|any pets|should it|must it|is (?:an? )?.{0,30}(?:must|important|needed"
                    + "|required)|are you"
                    + "|any preference|need|want|prefer|looking for|matter|like it)\\b");

    private static final Pattern ANSWERS_NO_MATTER = Pattern.compile(
            "\\b(?:doesn't matter|does not matter|don't care|do not care|no preference|either|not important"
                    + "|whatever|don't mind|not picky|any)\\b");

    private static final Pattern CONCEDES = Pattern.compile(
            "\\b(?:even (?:if|though)|although|despite|it's (?:ok|okay|fine) (?:if|that)|too bad|pity|shame|i see"
                    + "|that'?s? (?:ok|okay|fine) (?:if|that))\\b");

    private static final Pattern EXAMPLES = Pattern.compile("\\b(?:such as|like a|for example|anything|e\\.g)");

    /** Who asks for the pet policy has not said that they keep one. */
    private static final Pattern POLICY =
            Pattern.compile("^ ?(?:polic(?:y|ies)|rules?|fees?|deposit|situation|restrictions?)\\b");

    private static final Pattern EITHER = Pattern.compile("^ or (?:un)?furnished\\b");

    private MustHaves() {}

    static void read(Reading reading, Polarity polarity) {
        if (!reading.aboutHomes()) return;
        for (var feature : Feature.values()) {
            feature.words.matcher(reading.folded).results().forEach(found -> weigh(reading, feature, found));
            if (!reading.has(feature.key)) answer(reading, polarity, feature);
        }
    }

    private static void weigh(Reading reading, Feature feature, MatchResult found) {
        if (feature == Feature.PETS && isAssistance(reading, found)) return;
        var sentence = reading.sentenceAt(found.start());
        if (sentence.asksAboutAHome(found.start())
                || Topic.of(sentence.folded()) == Topic.ELSEWHERE
                || isPartOfName(reading, found)) return;
        var before = reading.before(found.start());
        var after = reading.after(found.end());
        if (sentence.holds(CONCEDES) || POLICY.matcher(after).lookingAt()) return;
        if (NO_MATTER_BEFORE.matcher(before).find()
                || NO_MATTER_AFTER.matcher(after).find()
                || EITHER.matcher(after).lookingAt()
                || before.endsWith("furnished or ")) {
            reading.note(feature.key, "dontcare", feature.display + ": either way", found.start(), found.end(), 0.85);
        } else if (feature != Feature.STEP_FREE
                && (found.group().startsWith("un")
                        || NOT_NEEDED.matcher(before).find()
                        || NOT_ALLOWED.matcher(after).find())) {
            reading.note(feature.key, false, "no " + feature.display, found.start(), found.end(), 0.85);
        } else {
            reading.note(feature.key, true, feature.display, found.start(), found.end(), 0.9);
        }
    }

    /** An animal that helps with a disability is no pet, and no reason to leave a home out. */
    private static boolean isAssistance(Reading reading, MatchResult found) {
        return Feature.ASSISTANCE_ANIMAL
                .words
                .matcher(reading.folded)
                .results()
                .anyMatch(animal -> animal.start() <= found.start() && found.end() <= animal.end());
    }

    /** "Fox Garden Apartments" wishes for no garden. */
    private static boolean isPartOfName(Reading reading, MatchResult found) {
        if (!Character.isUpperCase(reading.text.charAt(found.start()))) return false;
        for (int at = 0; at < reading.tokens.size(); at++) {
            if (reading.tokens.get(at).start() != found.start()) continue;
            boolean named = at > 0
                    && reading.tokens.get(at).joined()
                    && reading.tokens.get(at - 1).capitalised()
                    && !Vocabulary.PLAIN.contains(reading.tokens.get(at - 1).folded());
            boolean kind = at + 1 < reading.tokens.size()
                    && HomeNames.KINDS.contains(reading.tokens.get(at + 1).folded());
            return named || kind && reading.tokens.get(at + 1).capitalised();
        }
        return false;
    }

    /** "Is a garage a must?" - "Yes." A list of examples ("such as a garage or a yard") cannot be answered so. */
    private static void answer(Reading reading, Polarity polarity, Feature feature) {
        if (reading.sentences.isEmpty() || !reading.isShort()) return;
        for (var sentence : Sentence.of(reading.heard.folded())) {
            if (!sentence.isQuestion() || !sentence.holds(feature.words) || !sentence.holds(ASKS_FOR_WISH)) continue;
            if (sentence.holds(EXAMPLES)) continue;
            noteAnswer(reading, polarity, feature);
        }
    }

    private static void noteAnswer(Reading reading, Polarity polarity, Feature feature) {
        var first = reading.sentences.getFirst();
        if (ANSWERS_NO_MATTER.matcher(reading.folded).find()) {
            reading.infer(feature.key, "dontcare", feature.display + ": either way", first.start(), first.end(), 0.85);
        } else if (polarity.denies()) {
            reading.infer(feature.key, false, "no " + feature.display, first.start(), first.end(), 0.85);
        } else if (polarity.affirms()) {
            reading.infer(feature.key, true, feature.display, first.start(), first.end(), 0.85);
        }
    }
}
