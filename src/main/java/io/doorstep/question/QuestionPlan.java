package io.doorstep.question;

import static io.doorstep.language.Question.AREA;
import static io.doorstep.language.Question.BEDS;
import static io.doorstep.language.Question.CONTACT;
import static io.doorstep.language.Question.FINANCING;
import static io.doorstep.language.Question.INTENT;
import static io.doorstep.language.Question.MOTIVATION;
import static io.doorstep.language.Question.MOVE_IN;
import static io.doorstep.language.Question.NAME;
import static io.doorstep.language.Question.PETS;
import static io.doorstep.language.Question.PRICE;
import static io.doorstep.language.Question.PRICE_EXPECTATION;
import static io.doorstep.language.Question.PROPERTY_ADDRESS;
import static io.doorstep.language.Question.REPRESENTED;
import static io.doorstep.language.Question.TIMELINE;

import io.doorstep.language.Language;
import io.doorstep.language.Question;
import io.doorstep.question.PlannedQuestion.Need;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One version of an agency's questions. Every lead of a kind gets the same ones in the same order, without those that are answered
 * already: that is fair housing, too.
 *
 * @param version 0 is the standard, before anybody changed it
 * @param unsaid the kind that a lead counts as who does not say whether it is to buy, rent or sell
 * @param lists for each kind every question of the catalogue that fits it, asked or not, in the agency's order
 * @param handoverWords words of the agency's own upon which a person takes over
 */
public record QuestionPlan(
        int version, Track unsaid, Map<Track, List<PlannedQuestion>> lists, List<String> handoverWords) {

    private static final PlannedQuestion FIRST = PlannedQuestion.required(INTENT);

    /** In the order of LPMAMA: location, price, motivation, agent, mortgage, then the appointment. */
    private static final QuestionPlan STANDARD = new QuestionPlan(
            0,
            Track.BUY,
            Map.of(
                    Track.BUY,
                    asking(List.of(AREA, PRICE), List.of(BEDS, MOTIVATION, TIMELINE, REPRESENTED, FINANCING)),
                    Track.RENT,
                    asking(List.of(AREA, PRICE), List.of(BEDS, MOVE_IN, PETS)),
                    Track.SELL,
                    asking(List.of(PROPERTY_ADDRESS, PRICE_EXPECTATION), List.of(MOTIVATION, TIMELINE, REPRESENTED)),
                    Track.LET,
                    asking(List.of(PROPERTY_ADDRESS, PRICE_EXPECTATION), List.of(TIMELINE))),
            List.of());

    /** A plan of an older release lacks the questions that came since: they are there, not asked. */
    public QuestionPlan {
        var complete = new EnumMap<Track, List<PlannedQuestion>>(Track.class);
        for (var track : Track.values()) complete.put(track, complete(track, lists.getOrDefault(track, List.of())));
        lists = Map.copyOf(complete);
        handoverWords = List.copyOf(handoverWords);
    }

    public static QuestionPlan standard() {
        return STANDARD;
    }

    private static List<PlannedQuestion> asking(List<Question> required, List<Question> optional) {
        return Stream.of(
                        required.stream().map(PlannedQuestion::required),
                        optional.stream().map(PlannedQuestion::optional),
                        Stream.of(NAME, CONTACT).map(PlannedQuestion::required))
                .flatMap(planned -> planned)
                .toList();
    }

    private static List<PlannedQuestion> complete(Track track, List<PlannedQuestion> given) {
        var list = new ArrayList<>(given);
        Catalogue.of(track).stream()
                .filter(question -> given.stream().noneMatch(planned -> planned.question() == question))
                .map(PlannedQuestion::off)
                .forEach(list::add);
        return List.copyOf(list);
    }

    public Track trackOf(Known known) {
        return Track.of(known.facts().get("intent"), unsaid);
    }

    /**
     * The one question to be asked now.
     *
     * @param left what was asked in vain, and is left alone
     * @param hurried the lead wants to come already: only what is required is asked
     */
    public Optional<PlannedQuestion> next(Known known, Predicate<Question> left, boolean hurried) {
        return asked(known)
                .filter(planned -> !hurried || planned.need() == Need.REQUIRED)
                .filter(planned -> !Catalogue.answered(planned.question(), known) && !left.test(planned.question()))
                .findFirst();
    }

    /** Whether enough is known to look for homes: what is required of the wishes was answered, or asked in vain. */
    public boolean searchable(Known known, Predicate<Question> left) {
        return next(known, question -> left.test(question) || !Catalogue.asksForFact(question), true)
                .isEmpty();
    }

    /** All that would be asked and nobody has answered yet, in order. */
    public List<OpenQuestion> open(Known known) {
        return asked(known)
                .filter(planned -> !Catalogue.answered(planned.question(), known))
                .flatMap(planned -> Catalogue.find(planned.question()).stream())
                .map(entry -> new OpenQuestion(entry.answeredBy().getFirst(), entry.label()))
                .toList();
    }

    /** @param key of the fact that would answer it */
    public record OpenQuestion(String key, String label) {}

    /** The first of the agency's handover words that stands in a text, whatever the case and the accents. */
    public Optional<String> handoverWord(String text) {
        var said = plain(text);
        return handoverWords.stream().filter(word -> said.contains(plain(word))).findFirst();
    }

    /** Lower case, without accents, words parted and framed by one space each. */
    private static String plain(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return " "
                + letters.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }

    /** The agency's own words for a question; empty where it has none in that language. */
    public Optional<String> wording(Known known, Question question, Language language) {
        return list(trackOf(known)).stream()
                .filter(planned -> planned.question() == question)
                .flatMap(planned ->
                        Stream.ofNullable(language == Language.SPANISH ? planned.spanish() : planned.english()))
                .findFirst();
    }

    List<PlannedQuestion> list(Track track) {
        return lists.getOrDefault(track, List.of());
    }

    private Stream<PlannedQuestion> asked(Known known) {
        return Stream.concat(Stream.of(FIRST), list(trackOf(known)).stream().filter(planned -> planned.applies(known)));
    }
}
