package io.doorstep.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.Ids;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DoorstepTest
class KnowledgeTest {

    @Autowired
    Knowledge knowledge;

    @Autowired
    Articles articles;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Ids ids;

    TestAgency agency;

    @BeforeEach
    void anAgencyWithArticles() {
        agency = agencies.fresh();
        article("Office hours", "en", "We are in the office from nine to six on weekdays. Saturdays by appointment.");
        article("Parking at our office", "en", "Visitors park for free behind the office, off Mill Road.");
        article(
                "Earnest money",
                "en",
                "The deposit is due within three days of the accepted offer.",
                "How much deposit?");
        article("Horario de oficina", "es", "Abrimos de nueve a seis entre semana.", "¿A qué hora abre la habitación?");
    }

    @Test
    void a_question_is_answered_in_the_articles_own_words() {
        assertThat(answer("Hi! What are your office hours?"))
                .contains("We are in the office from nine to six on weekdays. Saturdays by appointment.");
        assertThat(answer("quick question, where can I park at the office"))
                .contains("Visitors park for free behind the office, off Mill Road.");
    }

    @Test
    void no_source_no_claim() {
        assertThat(answer("Do you have any homes with a pool?")).isEmpty();
        assertThat(answer("What is the office rent in the tower?")).isEmpty();
        assertThat(answer("")).isEmpty();
        assertThat(answer("???")).isEmpty();
        assertThat(answer("the of and")).isEmpty();
    }

    @Test
    void of_several_sentences_only_the_questions_count() {
        assertThat(answer("We want three bedrooms near the park. When are your office hours? We have a dog."))
                .get()
                .asString()
                .startsWith("We are in the office");
    }

    @Test
    void an_article_that_is_switched_off_is_not_said() {
        agency.inTransaction(() -> {
            var hours = articles.all().stream()
                    .filter(article -> article.text().title().equals("Office hours"))
                    .findFirst()
                    .orElseThrow();
            var text = hours.text();
            articles.change(
                    hours.id(),
                    hours.version(),
                    new ArticleText(text.title(), text.questions(), text.body(), text.language(), false),
                    agency.owner().memberId());
        });

        assertThat(answer("What are your office hours?")).isEmpty();
    }

    @Test
    void each_language_has_its_articles_and_accents_may_be_missing() {
        assertThat(answer("horario de la oficina", "es")).contains("Abrimos de nueve a seis entre semana.");
        assertThat(answer("a que hora abre la habitacion?", "es")).isPresent();
        assertThat(answer("horario de la oficina")).isEmpty();
        assertThat(answer("office hours", "und")).isEmpty();
    }

    @Test
    void articles_of_another_agency_are_never_said() {
        var other = agencies.fresh();

        assertThat(other.inScope(() -> knowledge.answer("What are your office hours?", "en")))
                .isEmpty();
    }

    @Test
    void a_long_article_is_said_by_the_passage_that_fits() {
        article(
                "Selling with us",
                "en",
                "First we visit the home. " + "We look at each room and write notes. ".repeat(12)
                        + "\n\nPhotographs are taken by our photographer within a week.");

        assertThat(answer("Who takes the photographs when selling?"))
                .contains("Photographs are taken by our photographer within a week.");
    }

    private java.util.Optional<String> answer(String words) {
        return answer(words, "en");
    }

    private java.util.Optional<String> answer(String words, String language) {
        return agency.inScope(() -> knowledge.answer(words, language)).map(Knowledge.Answer::text);
    }

    private UUID article(String title, String language, String body, String... questions) {
        var id = ids.next();
        agency.inTransaction(() -> {
            assertThat(articles.add(id, new ArticleText(title, List.of(questions), body, language, true), null))
                    .isTrue();
        });
        return id;
    }
}
