package io.doorstep.knowledge;

import io.doorstep.platform.Ids;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions out of the agency's articles: no source, no claim. */
@Component
public class Knowledge {

    private final Articles articles;
    private final Ids ids;

    Knowledge(Articles articles, Ids ids) {
        this.articles = articles;
        this.ids = ids;
    }

    /** @param text as it stands in the article, whole sentences, at most {@value Passages#LONGEST} characters where sentences allow it */
    public record Answer(UUID articleId, String title, String text) {}

    /**
     * What the agency has to say to a lead's words; empty when no active article of that language covers what is asked.
     *
     * @param words of one turn, as they were written; where some of them ask, only those count
     * @param language BCP 47, as in {@code Language.tag()}
     */
    @Transactional(readOnly = true)
    public Optional<Answer> answer(String words, String language) {
        var config = TextSearch.of(language);
        if (config.isEmpty()) return Optional.empty();
        return Asked.in(words).stream()
                .flatMap(question -> Ranking.best(articles.sharing(question, config.get())).stream())
                .reduce((one, other) -> other.score() > one.score() ? other : one)
                .map(this::said);
    }

    /** An article that no member wrote; one with the same title and language stays as it is. Needs a transaction. */
    public void add(ArticleText text) {
        articles.add(ids.next(), text, null);
    }

    private Answer said(Ranking.Found found) {
        var text = found.body().orElseGet(() -> articles.opening(found.articleId()));
        return new Answer(found.articleId(), found.title(), text);
    }
}
