package io.doorstep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A stretch of the message up to its full stop, with its offsets in the message. */
record Sentence(String folded, int start, int end) {

    /** Whoever writes on without a full stop is cut here, so that reading stays linear. */
    private static final int LONGEST = 400;

    private static final Pattern END = Pattern.compile("[.?!;]++(?=[\\s\"')]|$)|\\n++|\\?");

    private static final Pattern ABOUT_WHAT_WAS_OFFERED = Pattern.compile(
            "\\b(?:may i know|(?:know|tell me|check|see|wondering|confirm|find out|ask) (?:me )?(?:if|whether|about"
                    + "|that|is|are|does)\\b|or not\\b|(?<!great |good |nice |better |best |perfect |fine |love it |like it )(?:if|whether) (?:they|it|the \\w+|there)(?: allow\\w*| ha(?:s|ve)| comes?| accepts?| takes?)\\b)");

    private static final Pattern ASKS = Pattern.compile(
            "^\\W*(?:(?:and|also|but|ok|okay|great|good|nice|thanks|thank you|yes|yeah|hmm|so|well|perfect|sure"
                    + "|alright|cool|hi|hello)\\W+){0,3}"
                    + "(?:is|are|isn't|aren't|does|do(?! not\\b)|did|(?:has|have)(?! to\\b)|can|could|will|would|how|what|which|who|where|why"
                    + "|when (?:is|are|do|does|did|can|could|will|would))\\b");

    private static final Pattern SEARCHES = Pattern.compile(
            "\\b(?:find|search|look|looking|need|needs|want|wants|like|prefer|others?|another|anything|something"
                    + "|somewhere|anywhere|else"
                    + "|more|different|show|get me|give me|must|should|alternatives?|options?|what about|how about"
                    + "|places? with|one with"
                    + "|ones with|any (?:apartments?|places?|homes?|houses?|properties)|in mind|explore|instead"
                    + "|locate|help me|wish|recommend|suggest|get (?:an?|one)|can i get|for me|(?:can|could|would"
                    + "|will) you (?:rent|sell|offer|have|list)|do you have (?:an?|any|some|\\d|one|two|three"
                    + "|four))\\b");

    private static final Pattern ASKING_CLAUSE = Pattern.compile(
            "^\\W*(?:also )?(?:(?:is|are|isn't|aren't|does|do|can|could|will|would) (?:it|they|the|that|this|these"
                    + "|there|pets?|animals?|dogs?|cats?|i (?:have|bring|keep)|we (?:have|bring|keep)|my|its)\\b"
                    + "|(?:if|whether) )(?!.*\\b(?:other|another|else)\\b)");

    private static final Pattern OTHERS = Pattern.compile("\\b(?:other|another|else|anything|something)\\b");

    private static final Pattern CLAUSE = Pattern.compile(", |\\band\\b|\\bbut\\b|\\balso\\b|\\bthen\\b|: ");

    static List<Sentence> of(String folded) {
        var sentences = new ArrayList<Sentence>();
        var matcher = END.matcher(folded);
        int start = 0;
        while (matcher.find()) {
            if (isAbbreviation(folded, matcher.start())) continue;
            add(sentences, folded, start, matcher.end());
            start = matcher.end();
        }
        add(sentences, folded, start, folded.length());
        return sentences;
    }

    private static boolean isAbbreviation(String folded, int at) {
        boolean dottedLetter = at >= 2 && folded.charAt(at) == '.' && folded.charAt(at - 2) == '.';
        boolean title = at >= 2 && folded.startsWith("st", at - 2) && (at == 2 || folded.charAt(at - 3) == ' ');
        return dottedLetter || title && folded.charAt(at) == '.';
    }

    private static void add(List<Sentence> sentences, String folded, int start, int end) {
        while (end - start > LONGEST) {
            int cut = folded.lastIndexOf(' ', start + LONGEST);
            if (cut <= start) cut = start + LONGEST;
            add(sentences, folded, start, cut);
            start = cut;
        }
        if (folded.substring(start, end).isBlank()) return;
        sentences.add(new Sentence(folded.substring(start, end), start, end));
    }

    /** "Does it have a garage?" asks about a home on the table; "anything with a garage?" states a wish. */
    boolean asksAboutAHome() {
        if (ABOUT_WHAT_WAS_OFFERED.matcher(folded).find()
                && !OTHERS.matcher(folded).find()) return true;
        return (folded.indexOf('?') >= 0 || ASKS.matcher(folded).find())
                && !SEARCHES.matcher(folded).find();
    }

    /**
     * The same for the words at {@code offset} of the message: "I'd like to see it, and are pets allowed?" asks about
     * pets.
     */
    boolean asksAboutAHome(int offset) {
        return asksAboutAHome()
                || ASKING_CLAUSE.matcher(clauseAt(offset - start).folded).find();
    }

    private Sentence clauseAt(int at) {
        var clause = CLAUSE.matcher(folded);
        int from = 0;
        int to = folded.length();
        while (clause.find()) {
            if (clause.end() <= at) from = clause.end();
            else if (clause.start() > at) {
                to = clause.start();
                break;
            }
        }
        return new Sentence(folded.substring(from, to), start + from, start + to);
    }

    boolean isQuestion() {
        return folded.indexOf('?') >= 0 || ASKS.matcher(folded).find();
    }

    boolean holds(Pattern pattern) {
        return pattern.matcher(folded).find();
    }
}
