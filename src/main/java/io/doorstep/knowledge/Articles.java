package io.doorstep.knowledge;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The agency's articles and their passages. Call inside a transaction. */
@Component
class Articles {

    private final JdbcClient db;
    private final Clock clock;

    Articles(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Article> all() {
        return db.sql("""
                        select id, title, questions, body, language, active, version, updated_by, updated_at
                          from article
                         order by language, title
                        """).query(Articles::article).list();
    }

    Optional<Article> find(UUID id) {
        return db.sql("""
                        select id, title, questions, body, language, active, version, updated_by, updated_at
                          from article
                         where id = :id
                        """).param("id", id).query(Articles::article).optional();
    }

    Optional<Article> titled(String language, String title) {
        return db.sql("""
                        select id, title, questions, body, language, active, version, updated_by, updated_at
                          from article
                         where language = :language
                           and title = :title
                        """)
                .param("language", language)
                .param("title", title)
                .query(Articles::article)
                .optional();
    }

    int count() {
        return db.sql("select count(*) from article").query(Integer.class).single();
    }

    /** @return false when an article of this language has the title already */
    boolean add(UUID id, ArticleText text, @Nullable UUID by) {
        var added = db.sql("""
                        insert into article (id, title, questions, body, language, active, updated_by, updated_at)
                        values (:id, :title, :questions, :body, :language, :active, :by, :now)
                        on conflict (tenant_id, language, title) do nothing
                        """)
                        .param("id", id)
                        .param("title", text.title())
                        .param("questions", text.questions().toArray(String[]::new))
                        .param("body", text.body())
                        .param("language", text.language())
                        .param("active", text.active())
                        .param("by", by)
                        .param("now", clock.instant().atOffset(UTC))
                        .update()
                == 1;
        if (added) writePassages(id, text);
        return added;
    }

    /** Compare-and-set on {@code version}. @return false when someone else changed or removed it meanwhile */
    boolean change(UUID id, int version, ArticleText text, UUID by) {
        var changed = db.sql("""
                        update article
                           set title = :title, questions = :questions, body = :body, language = :language, active = :active,
                               version = version + 1, updated_by = :by, updated_at = :now
                         where id = :id
                           and version = :version
                        """)
                        .param("title", text.title())
                        .param("questions", text.questions().toArray(String[]::new))
                        .param("body", text.body())
                        .param("language", text.language())
                        .param("active", text.active())
                        .param("by", by)
                        .param("now", clock.instant().atOffset(UTC))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
        if (changed) writePassages(id, text);
        return changed;
    }

    /** @return false when it is gone or another version */
    boolean remove(UUID id, int version) {
        return db.sql("delete from article where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Lexemes as written and without accents, since people leave those out. */
    private void writePassages(UUID article, ArticleText text) {
        db.sql("delete from article_passage where article_id = :article")
                .param("article", article)
                .update();
        var passages = Passages.of(text);
        db.sql("""
                        insert into article_passage (article_id, position, kind, text, lexemes)
                        select :article, place - 1, kind, words,
                               tsvector_to_array(to_tsvector(:config::regconfig, words) || to_tsvector(:config::regconfig, plain))
                          from unnest(:kinds::text[], :texts::text[], :plain::text[]) with ordinality
                               as passage (kind, words, plain, place)
                        """)
                .param("article", article)
                .param("config", TextSearch.of(text.language()).orElseThrow().configuration())
                .param(
                        "kinds",
                        passages.stream().map(passage -> passage.kind().name()).toArray(String[]::new))
                .param("texts", passages.stream().map(Passages.Passage::text).toArray(String[]::new))
                .param(
                        "plain",
                        passages.stream()
                                .map(passage -> Accents.without(passage.text()))
                                .toArray(String[]::new))
                .update();
    }

    /** The question's lexemes, and all passages of active articles that share one of them. */
    Ranking.Question sharing(String question, TextSearch language) {
        var asked = lexemes(question, language);
        var candidates = new ArrayList<Ranking.Candidate>();
        db.sql("""
                        select passage.article_id, article.title, passage.position, passage.kind, passage.text, passage.lexemes
                          from article
                          join article_passage passage
                            on passage.tenant_id = article.tenant_id and passage.article_id = article.id
                         where article.active
                           and article.language = :language
                           and passage.lexemes && :asked::text[]
                         order by passage.article_id, passage.position
                        """)
                .param("language", language.tag())
                .param("asked", asked.toArray(String[]::new))
                .query((row, _) -> candidates.add(candidate(row)))
                .list();
        return new Ranking.Question(asked, countActive(language), candidates);
    }

    private Set<String> lexemes(String question, TextSearch language) {
        return db.sql("select tsvector_to_array(to_tsvector(:config::regconfig, :question)) as lexemes")
                .param("config", language.configuration())
                .param("question", question)
                .query((row, _) -> Set.copyOf(texts(row.getArray("lexemes"))))
                .single();
    }

    private int countActive(TextSearch language) {
        return db.sql("select count(*) from article where active and language = :language")
                .param("language", language.tag())
                .query(Integer.class)
                .single();
    }

    /** How the article begins. */
    String opening(UUID article) {
        return db.sql("""
                        select text
                          from article_passage
                         where article_id = :article
                           and kind = 'BODY'
                         order by position
                         limit 1
                        """).param("article", article).query(String.class).single();
    }

    private static Ranking.Candidate candidate(ResultSet row) throws SQLException {
        return new Ranking.Candidate(
                Columns.uuid(row, "article_id"),
                row.getString("title"),
                row.getInt("position"),
                Passages.Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                Set.copyOf(texts(row.getArray("lexemes"))));
    }

    private static Article article(ResultSet row, int index) throws SQLException {
        return new Article(
                Columns.uuid(row, "id"),
                new ArticleText(
                        row.getString("title"),
                        texts(row.getArray("questions")),
                        row.getString("body"),
                        row.getString("language"),
                        row.getBoolean("active")),
                row.getInt("version"),
                Columns.uuidOrNull(row, "updated_by"),
                Columns.instant(row, "updated_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
