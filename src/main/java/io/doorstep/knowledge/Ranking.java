package io.doorstep.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Weighs which article covers a question. A word counts by how rare it is among the agency's articles (the inverse document frequency of
 * BM25), and one that stands in none counts most: a question that is about something else leaves most of its weight uncovered and falls
 * under the floor. Pure.
 */
final class Ranking {

    /** The share of a question's weight that an article has to cover; measured in docs/decisions/0009. */
    static final double FLOOR = 0.4;

    /** A word in the text says less about what an article is for than one in its title or questions. */
    private static final double IN_BODY = 0.85;

    /** How much it counts that one wording of the article says just what is asked, and no more. */
    private static final double LIKENESS = 0.25;

    private Ranking() {}

    /** A passage that shares a word with the question. */
    record Candidate(
            UUID articleId, String title, int position, Passages.Kind kind, String text, Set<String> lexemes) {}

    /** @param articles how many there are in the language, the sharing ones among them */
    record Question(Set<String> lexemes, int articles, List<Candidate> candidates) {}

    /** @param body the passage that shares most with the question; empty when only title or questions share anything */
    record Found(UUID articleId, String title, double score, Optional<String> body) {}

    static Optional<Found> best(Question question) {
        var byArticle = new HashMap<UUID, List<Candidate>>();
        question.candidates()
                .forEach(candidate -> byArticle
                        .computeIfAbsent(candidate.articleId(), _ -> new ArrayList<>())
                        .add(candidate));
        var weights = weights(question, byArticle.values());
        return byArticle.values().stream()
                .filter(passages -> meets(passages, question.lexemes()))
                .map(passages -> weigh(passages, weights))
                .filter(found -> found.score() >= FLOOR)
                .max(Comparator.comparingDouble(Found::score).thenComparing(Found::articleId));
    }

    /** One word that happens to stand in a text is not what the text is about. */
    private static boolean meets(List<Candidate> passages, Set<String> asked) {
        boolean head = passages.stream().anyMatch(passage -> passage.kind() != Passages.Kind.BODY);
        long shared = asked.stream()
                .filter(lexeme ->
                        passages.stream().anyMatch(passage -> passage.lexemes().contains(lexeme)))
                .count();
        return head || shared > 1;
    }

    private static Map<String, Double> weights(Question question, Collection<List<Candidate>> articles) {
        var weights = new HashMap<String, Double>();
        for (var lexeme : question.lexemes()) {
            long holding = articles.stream()
                    .filter(passages -> passages.stream()
                            .anyMatch(passage -> passage.lexemes().contains(lexeme)))
                    .count();
            weights.put(lexeme, Math.log(1 + (question.articles() - holding + 0.5) / (holding + 0.5)));
        }
        return weights;
    }

    private static Found weigh(List<Candidate> passages, Map<String, Double> weights) {
        var head = new HashSet<String>();
        var body = new HashSet<String>();
        passages.forEach(passage -> (passage.kind() == Passages.Kind.BODY ? body : head).addAll(passage.lexemes()));
        double all = total(weights.keySet(), weights);
        double covered = 0;
        for (var lexeme : weights.keySet()) {
            double share = head.contains(lexeme) ? 1 : body.contains(lexeme) ? IN_BODY : 0;
            covered += share * weights.getOrDefault(lexeme, 0.0);
        }
        double likeness = passages.stream()
                .filter(passage -> passage.kind() != Passages.Kind.BODY)
                .mapToDouble(passage -> likeness(passage.lexemes(), weights))
                .max()
                .orElse(0);
        var first = passages.getFirst();
        return new Found(
                first.articleId(),
                first.title(),
                covered / all * (1 - LIKENESS) + likeness * LIKENESS,
                closest(passages, weights));
    }

    /** Shared weight over the weight of both together. Words of the wording that the question lacks count as common ones. */
    private static double likeness(Set<String> wording, Map<String, Double> weights) {
        double all = total(weights.keySet(), weights);
        double shared = weights.keySet().stream()
                .filter(wording::contains)
                .mapToDouble(lexeme -> weights.getOrDefault(lexeme, 0.0))
                .sum();
        long alien =
                wording.stream().filter(lexeme -> !weights.containsKey(lexeme)).count();
        return shared / (all + alien);
    }

    private static Optional<String> closest(List<Candidate> passages, Map<String, Double> weights) {
        return passages.stream()
                .filter(passage -> passage.kind() == Passages.Kind.BODY)
                .max(Comparator.comparingDouble((Candidate passage) -> weights.keySet().stream()
                                .filter(passage.lexemes()::contains)
                                .mapToDouble(lexeme -> weights.getOrDefault(lexeme, 0.0))
                                .sum())
                        .thenComparing(
                                Comparator.comparingInt(Candidate::position).reversed()))
                .map(Candidate::text);
    }

    private static double total(Set<String> lexemes, Map<String, Double> weights) {
        return lexemes.stream()
                .mapToDouble(lexeme -> weights.getOrDefault(lexeme, 0.0))
                .sum();
    }
}
