package io.doorstep.knowledge;

import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refused;
import io.doorstep.tenancy.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes, changes and removes articles, one by one or out of a file. */
@Component
class EditArticles {

    /** All of them are weighed for each question. */
    static final int MOST = 200;

    private final Articles articles;
    private final Ids ids;

    private final AuditLog audit;

    EditArticles(Articles articles, Ids ids, AuditLog audit) {
        this.articles = articles;
        this.ids = ids;
        this.audit = audit;
    }

    @Transactional
    public Article add(ArticleText text, UUID by) {
        var id = ids.next();
        requireRoom(1);
        if (!articles.add(id, text.tidied(), by)) throw titleTaken();
        record("article.added", id, text.tidied());
        return articles.find(id).orElseThrow();
    }

    @Transactional
    public Article change(UUID id, int version, ArticleText text, UUID by) {
        var wanted = text.tidied();
        var other = articles.titled(wanted.language(), wanted.title())
                .filter(taken -> !taken.id().equals(id));
        if (other.isPresent()) throw titleTaken();
        if (!articles.change(id, version, wanted, by)) throw stale(id);
        record("article.changed", id, wanted);
        return articles.find(id).orElseThrow();
    }

    @Transactional
    public void remove(UUID id, int version) {
        var before = articles.find(id);
        if (!articles.remove(id, version)) throw stale(id);
        before.ifPresent(article -> record("article.removed", id, article.text()));
    }

    record Taken(int added, int changed, int unchanged) {}

    /** By language and title: what has one already is changed, so that the same file a second time changes nothing. */
    @Transactional
    public Taken take(List<ArticleText> texts, UUID by) {
        int added = 0;
        int changed = 0;
        for (var text : texts) {
            var wanted = text.tidied();
            var known = articles.titled(wanted.language(), wanted.title());
            if (known.isEmpty()) {
                articles.add(ids.next(), wanted, by);
                added++;
            } else if (!known.get().text().equals(wanted)) {
                articles.change(known.get().id(), known.get().version(), wanted, by);
                changed++;
            }
        }
        requireRoom(0);
        audit.record(
                "articles.imported",
                "articles",
                null,
                Map.of("count", texts.size(), "added", added, "changed", changed));
        return new Taken(added, changed, texts.size() - added - changed);
    }

    private void record(String action, UUID id, ArticleText text) {
        audit.record(action, "article", id.toString(), Map.of("name", text.title()));
    }

    private void requireRoom(int more) {
        if (articles.count() + more <= MOST) return;
        throw new Refusal.Conflict(
                        "too-many-articles", "An agency has %d articles at most. Remove one first.".formatted(MOST))
                .asException();
    }

    private static Refused titleTaken() {
        return Refusal.Invalid.field("title", "stands over another article of this language; choose another one.")
                .asException();
    }

    private Refused stale(UUID id) {
        var now = articles.find(id)
                .orElseThrow(() -> Refusal.NotFound.of("article").asException());
        return new Refusal.Conflict(
                        "stale-version",
                        "Someone else changed this article meanwhile. Reload and change again.",
                        Map.of("version", now.version()))
                .asException();
    }
}
