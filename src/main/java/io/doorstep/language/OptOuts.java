package io.doorstep.language;

import java.util.regex.Pattern;

/**
 * The lead wants no more messages. The keywords are those of the carriers and the FCC (47 CFR 64.1200(a)(10)); beside
 * them any wording that a reasonable person reads so.
 */
final class OptOuts {

    private static final Pattern KEYWORD = Pattern.compile("^\\W*(?:(?:please|pls|plz|ok|okay|just|no|i said"
            + "|thanks?(?: you)?)\\W+){0,3}"
            + "(?:stop(?: ?all)?|quit|unsubscribe|opt[- ]?out|no m[aá]s|basta|para)"
            + "(?:\\W+(?:it|now|already|please|pls|plz|this|that|thanks?|texts?|messages?|e-?mails?|calls?)){0,4}\\W*$"
            + "|^\\W*(?:end|revoke|cancel)\\W*$");

    private static final Pattern WORDS = Pattern.compile("\\b(?:unsubscribe|opt (?:me )?out|leave (?:me|us) alone"
            + "|(?:stop|quit) (?:texting|messaging|contacting|calling|e-?mailing|sending|bothering|spamming|writing|harassing)"
            + "|(?:do(?:n't| not)|never) (?:ever )?(?:text|message|contact|call|e-?mail|write|bother)(?: to)? (?:me|us|this number)"
            + "|(?:remove|delete|erase) (?:me|us|my (?:phone )?number|my e-?mail|my (?:contact )?(?:info\\w*|details|data)"
            + "|this number)|take (?:me|us|my (?:name|number)|this number) off"
            + "|no more (?:texts?|messages?|e-?mails?|calls?|contact)|lose (?:my|this) number|wrong number"
            + "|(?:don't|do not|no longer) (?:want|wish) (?:to (?:receive|get|hear)|(?:any )?(?:more )?(?:of )?(?:your |these )?"
            + "(?:texts?|messages?|e-?mails?|calls?))|no me (?:escriba|llame)s?)\\b");

    /** "Don't call me before nine, text me" chooses a way and an hour. */
    private static final Pattern CHOOSES = Pattern.compile(
            "\\b(?:before|after|until|while|during|at work|at night|late|early|on (?:weekends?|" + Vocabulary.WEEKDAY
                    + "s?)|between)\\b|(?<!stop |quit |not |n't |or |never )\\b(?:text|e-?mail|message|whatsapp|call)(?:s|ing)?\\b"
                    + "(?: me\\b| is | are | only| instead|,? please|\\W*$)");

    private static final Pattern CANCEL = Pattern.compile("^\\W*cancel\\W*$");

    private OptOuts() {}

    static boolean in(Reading reading) {
        if (KEYWORD.matcher(reading.folded).find()) return !answersAboutCancelling(reading);
        return reading.sentences.stream().anyMatch(OptOuts::says);
    }

    private static boolean says(Sentence sentence) {
        var words = WORDS.matcher(sentence.folded());
        if (!words.find()) return false;
        boolean calling = words.group().matches(".*\\b(?:call|text|e-?mail|message|write)\\w*\\b.*");
        return !calling
                || !CHOOSES.matcher(sentence.folded().substring(words.end())).find();
    }

    /** "Cancel" is a keyword, unless the assistant has just asked whether to. */
    private static boolean answersAboutCancelling(Reading reading) {
        return CANCEL.matcher(reading.folded).matches()
                && reading.heard.folded().contains("cancel");
    }
}
