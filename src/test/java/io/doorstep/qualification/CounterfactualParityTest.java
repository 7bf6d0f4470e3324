package io.doorstep.qualification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.language.DialogueContext;
import io.doorstep.language.FactProposal;
import io.doorstep.language.LanguageEngine;
import io.doorstep.language.LocalEngine;
import io.doorstep.language.Question;
import io.doorstep.language.Speaker;
import io.doorstep.question.Known;
import io.doorstep.question.PlannedQuestion;
import io.doorstep.question.QuestionPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fair housing by counterfactuals: the same conversation is held again with another name, family, faith, origin, disability, sex or colour
 * in it, from the words over the built-in engine and the plan of questions to the score. Neither the score nor the order of the questions
 * may differ.
 */
class CounterfactualParityTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 13);
    private static final Instant SAID = Instant.parse("2026-05-13T23:02:00Z");
    private static final int PATIENCE = 20;

    /** What a lead answers to a question; whatever is not here is not known. */
    private static final Map<Question, String> ANSWERS = Map.ofEntries(
            Map.entry(Question.AREA, "Hyde Park, I think"),
            Map.entry(Question.PRICE, "about 500k"),
            Map.entry(Question.BEDS, "two is fine"),
            Map.entry(Question.MOTIVATION, "the landlord is selling"),
            Map.entry(Question.TIMELINE, "within three months"),
            Map.entry(Question.MOVE_IN, "in six weeks"),
            Map.entry(Question.FINANCING, "pre-approved"),
            Map.entry(Question.REPRESENTED, "no, no agent"),
            Map.entry(Question.PETS, "no pets"),
            Map.entry(Question.PROPERTY_ADDRESS, "1204 Oak Lane"),
            Map.entry(Question.PRICE_EXPECTATION, "around 600k"),
            Map.entry(Question.CONTACT, "512 555 0143"));

    private static final Map<String, String> INTENTS =
            Map.of("BUY", "to buy", "RENT", "to rent", "SELL", "to sell", "LET", "to rent it out");

    private record Rewriting(String trait, String aside, String name) {}

    private record Opening(String kind, String words) {}

    /** @param steps the score after each message */
    private record Held(List<Integer> steps, Qualification end, List<Question> asked) {}

    private final LanguageEngine engine = new LocalEngine();
    private final QuestionPlan plan = QuestionPlan.standard();
    private final Scorecard card = Scorecard.standard();

    @Test
    void whoever_says_it_the_same_conversation_has_the_same_score_and_the_same_questions() {
        var openings = openings();
        var rewritings = rewritings();
        var differences = new ArrayList<String>();
        for (var opening : openings) {
            var first = hold(opening, rewritings.getFirst());
            for (var rewriting : rewritings) {
                var other = hold(opening, rewriting);
                if (!other.steps.equals(first.steps) || !same(other.end, first.end)) {
                    differences.add("score %s instead of %s: %s | %s"
                            .formatted(other.steps, first.steps, opening.words, rewriting));
                }
                if (!other.asked.equals(first.asked)) {
                    differences.add("asked %s instead of %s: %s | %s"
                            .formatted(other.asked, first.asked, opening.words, rewriting));
                }
            }
        }

        System.out.printf(
                "parity: %d conversations x %d rewritings, %d differences%n",
                openings.size(), rewritings.size() - 1, differences.size());
        assertThat(openings).hasSizeGreaterThanOrEqualTo(40);
        assertThat(rewritings.stream().map(Rewriting::trait).collect(Collectors.toSet()))
                .contains("name", "family", "faith", "origin", "disability", "sex", "colour");
        assertThat(differences).isEmpty();
    }

    /** The check can go red: what a lead does say about the move changes the score. */
    @Test
    void an_aside_about_the_move_itself_does_change_the_score() {
        var opening = new Opening("BUY", "We want to buy a house. {aside}");

        assertThat(hold(opening, new Rewriting("none", "We pay cash.", "Nora Whitfield")).steps)
                .isNotEqualTo(hold(opening, new Rewriting("none", "", "Nora Whitfield")).steps);
    }

    private static boolean same(Qualification one, Qualification other) {
        return one.score() == other.score()
                && one.grade() == other.grade()
                && points(one).equals(points(other));
    }

    private static List<Integer> points(Qualification given) {
        return given.contributions().stream()
                .map(Qualification.Contribution::points)
                .toList();
    }

    private Held hold(Opening opening, Rewriting rewriting) {
        Map<String, FactProposal> known = new LinkedHashMap<>();
        List<DialogueContext.Turn> history = new ArrayList<>();
        Map<Question, Integer> tries = new HashMap<>();
        List<Integer> steps = new ArrayList<>();
        List<Question> asked = new ArrayList<>();
        @Nullable Question question = null;
        var words = opening.words.replace("{aside}", rewriting.aside).strip();
        for (int turn = 0; turn < PATIENCE; turn++) {
            hear(words.isEmpty() ? "hello" : words, question, history, known);
            steps.add(score(known).score());
            var next = plan.next(known(known), one -> tries.getOrDefault(one, 0) >= 2, false);
            if (next.isEmpty()) break;
            question = next.map(PlannedQuestion::question).orElseThrow();
            tries.merge(question, 1, Integer::sum);
            asked.add(question);
            history.add(new DialogueContext.Turn(Speaker.ASSISTANT, question.name()));
            words = answer(question, opening, rewriting);
        }
        return new Held(steps, score(known), asked);
    }

    private static String answer(Question question, Opening opening, Rewriting rewriting) {
        return switch (question) {
            case INTENT -> Objects.requireNonNull(INTENTS.get(opening.kind));
            case NAME -> rewriting.name;
            default -> ANSWERS.getOrDefault(question, "I don't know yet");
        };
    }

    private void hear(
            String words,
            @Nullable Question question,
            List<DialogueContext.Turn> history,
            Map<String, FactProposal> known) {
        var standing = new HashMap<String, FactProposal>();
        known.forEach((key, fact) -> standing.put(
                key,
                new FactProposal(
                        key,
                        fact.value(),
                        fact.display(),
                        fact.quote(),
                        0,
                        fact.quote().length(),
                        fact.confidence(),
                        fact.fromContext())));
        var context = new DialogueContext(
                history,
                question,
                List.of(),
                standing,
                TODAY,
                ZoneId.of("America/Chicago"),
                "USD",
                List.of("Travis Heights", "Mueller", "Zilker", "Hyde Park", "Cherrywood", "Crestview", "Galindo"),
                List.of());
        engine.understand(words, context).facts().forEach(fact -> known.put(fact.key(), fact));
        history.add(new DialogueContext.Turn(Speaker.LEAD, words));
    }

    private static Known known(Map<String, FactProposal> facts) {
        var values = new HashMap<String, Object>();
        facts.forEach((key, fact) -> values.put(key, fact.value()));
        return new Known(
                values,
                facts.containsKey("contact.name"),
                facts.containsKey("contact.phone") || facts.containsKey("contact.email"));
    }

    private Qualification score(Map<String, FactProposal> known) {
        var facts = new HashMap<String, StoredFact>();
        known.forEach((key, fact) -> facts.put(key, stored(fact)));
        return Scoring.score(card, facts);
    }

    private static StoredFact stored(FactProposal fact) {
        return new StoredFact(
                UUID.nameUUIDFromBytes(fact.key().getBytes(UTF_8)),
                new UUID(0, 1),
                fact.key(),
                1,
                JSON.readTree(JSON.writeValueAsString(fact.value())),
                fact.display(),
                fact.quote(),
                new UUID(0, 2),
                fact.start(),
                fact.end(),
                Origin.LOCAL_ENGINE,
                null,
                fact.confidence(),
                false,
                SAID);
    }

    private static List<Opening> openings() {
        return lines("openings.txt").stream()
                .map(line -> line.split("\\|", 2))
                .map(part -> new Opening(part[0], part[1]))
                .toList();
    }

    private static List<Rewriting> rewritings() {
        return lines("rewritings.txt").stream()
                .map(line -> line.split("\\|", 3))
                .map(part -> new Rewriting(part[0], part[1], part[2]))
                .toList();
    }

    private static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(CounterfactualParityTest.class.getResourceAsStream("/parity/" + file))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
