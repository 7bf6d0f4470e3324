package io.doorstep.language;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The assistant's last words and what they asked: what a short answer answers. */
record Heard(String text, String folded, Set<Question> asked) {

    private record Sign(Question question, Pattern pattern) {
        static Sign of(Question question, String regex) {
            return new Sign(question, Pattern.compile(regex));
        }
    }

    private static final Pattern ASKING = Pattern.compile(
            "\\?|^\\W*(?:(?:ok|okay|sure|great|alright|got it|and|sorry|thanks|thank you|yes|so|well|hello"
                    + "|hi)\\W+){0,3}"
                    + "(?:what|which|where|when|how|who|please|confirm\\w*|verify|could|would|do you|(?:in|for|on"
                    + "|at|until) (?:which|what)|wich|number of|any|can)\\b"
                    + "|\\b(?:let me know|tell me|specify|please)\\b");

    private static final Pattern MOVE = Pattern.compile("\\b(?:when|what date)\\b.{0,30}\\bmov(?:e|ing)\\b");

    private static final String OPEN =
            "\\b(?:how m\\w+|what|which(?! (?:has|have|is|are|comes?|will|costs?|rents?|contains?|offers?))|number"
                    + "|any preference|prefer|specify|count)\\b";

    private static final List<Sign> SIGNS = List.of(
            Sign.of(
                    Question.AREA,
                    "\\b(?:area|areas|city|town|locations?|locality|neighbou?rhoods?|region|where(?! it)|(?:which"
                            + "|any|what) place)\\b"),
            Sign.of(Question.BEDS, OPEN + ".{0,60}\\b(?:bed ?rooms?|beds?|rooms)\\b|^\\W*(?:and )?bed ?rooms?\\W*$"),
            Sign.of(Question.BATHS, OPEN + ".{0,60}\\b(?:bath ?rooms?|baths?)\\b|^\\W*(?:and )?bath ?rooms?\\W*$"),
            Sign.of(
                    Question.INTENT,
                    "\\b(?:rent|renting|lease|buy|buying|purchas\\w+|own)\\b.{0,40}\\bor\\b.{0,40}\\b(?:rent"
                            + "|renting|lease|buy|buying|purchas\\w+|own|sell)\\b"),
            Sign.of(
                    Question.PRICE,
                    "\\b(?:budget|price range|how much .{0,30}(?:spend|pay|afford)|spend|maximum (?:price|rent))\\b"),
            Sign.of(
                    Question.VISIT_TIME,
                    "\\b(?:when|(?:what|which|on what|for what) (?:day|date|time)|what day|day|date|what time|(?:best|good|better|convenient) time|your availability)\\b"),
            Sign.of(
                    Question.VISIT,
                    "\\b(?:visit|tour|viewing|showing|(?:see|view|look at|visit) (?:it|this|that|the)|appointment|book (?:it|this|that"
                            + "|the)|to book|i book|available|look at it)\\b"),
            Sign.of(
                    Question.CONFIRM,
                    "\\b(?:confirm|verify|correct|right|is (?:that|this) (?:ok|okay|fine)|work for you|that work"
                            + "|sound)\\b|\\bok(?:ay)?\\?"),
            Sign.of(
                    Question.LISTING,
                    "\\b(?:what|which|the) (?:apartment|property|home|house|listing|building|unit)(?:'s)? name\\b"
                            + "|\\b(?:what|which) (?:apartment|property|home|house|listing|building|unit)\\b"),
            Sign.of(
                    Question.NAME,
                    "\\b(?:your|full|what) name\\b|\\bname\\?|\\bwho (?:am i|is this|should)\\b|\\bname,"),
            Sign.of(Question.CONTACT, "\\b(?:e-?mail|phone|number to reach|reach you|contact you|best number)\\b"),
            Sign.of(Question.FINANCING, "\\b(?:pre-?approv\\w+|mortgage|financ\\w+|lender|cash)\\b"),
            Sign.of(
                    Question.REPRESENTED,
                    "\\b(?:with an agent|an agent already|another agent|agent already|working with)\\b"),
            Sign.of(
                    Question.CURRENT_HOME,
                    "\\b(?:sell (?:a|your) (?:home|house|place)|own or rent|home to sell|current home)\\b"),
            Sign.of(Question.MOVE_IN, "\\b(?:move in|moving in|move-in|lease start)\\b"),
            Sign.of(Question.TIMELINE, "\\b(?:how soon|by when|timeline|timeframe|when .{0,30}(?:move|buy|sell))\\b"),
            Sign.of(
                    Question.MOTIVATION,
                    "\\b(?:why|reason|what's behind|prompt\\w*|thinking (?:about|of) (?:a move" + "|moving))\\b"),
            Sign.of(Question.MUST_HAVES, "\\b(?:must have|must-haves?|anything .{0,30}(?:need|want))\\b"),
            Sign.of(Question.CONSENT, "\\b(?:may|can) (?:we|i) (?:contact|text|call|e-?mail|reach)\\b"),
            Sign.of(Question.PETS, "\\b(?:pets?|dogs?|cats?)\\b"),
            Sign.of(Question.PROPERTY_TYPE, "\\b(?:type|kind) of (?:home|property|place|house|building)\\b"),
            Sign.of(Question.PROPERTY_ADDRESS, "\\b(?:address)\\b"),
            Sign.of(
                    Question.PRICE_EXPECTATION,
                    "\\b(?:hope to get|expect (?:to get|for it)|price (?:expectation|in mind)|asking price)\\b"),
            Sign.of(
                    Question.ANYTHING_ELSE,
                    "\\b(?:(?:anything|something) (?:else|more)|(?:further|more|additional|any other) (?:help"
                            + "|assistance)|else i can|other help)\\b"));

    static Heard in(DialogueContext context) {
        var heard = saying(lastOfAssistant(context));
        if (context.lastQuestion() == null) return heard;
        return new Heard(heard.text, heard.folded, EnumSet.of(context.lastQuestion()));
    }

    static Heard saying(String words) {
        var text = Reading.clip(words);
        var folded = Fold.of(text);
        var asked = EnumSet.noneOf(Question.class);
        for (var sentence : Sentence.of(folded)) {
            if (!sentence.holds(ASKING)) continue;
            for (var sign : SIGNS) if (sentence.holds(sign.pattern)) asked.add(sign.question);
            // "When would you like to move?" asks for no visit
            if (sentence.holds(MOVE)) asked.remove(Question.VISIT_TIME);
            // "How about City Hall Lofts?" offers a home and asks for no city
            if (HomeNames.in(text.substring(sentence.start(), sentence.end())) != null) asked.remove(Question.AREA);
        }
        return new Heard(text, folded, asked);
    }

    /** All that was said since the lead spoke: an assistant can send two messages in a row. */
    private static String lastOfAssistant(DialogueContext context) {
        var history = context.history();
        int first = history.size();
        while (first > 0 && history.get(first - 1).speaker() != Speaker.LEAD && history.size() - first < 3) first--;
        return history.subList(first, history.size()).stream()
                .map(DialogueContext.Turn::text)
                .collect(joining("\n"));
    }

    boolean asked(Question... questions) {
        for (var question : questions) if (asked.contains(question)) return true;
        return false;
    }

    /** "Cash, or a mortgage?" cannot be answered by yes. */
    boolean offersAlternatives() {
        return folded.contains(" or ");
    }
}
