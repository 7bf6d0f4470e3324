package io.doorstep.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.Ids;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How well articles are found: twenty articles, questions in other words than theirs, and questions that none of them answers. */
@DoorstepTest
class RetrievalTest {

    @Autowired
    Knowledge knowledge;

    @Autowired
    Articles articles;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Ids ids;

    @Autowired
    JsonMapper json;

    private record Tally(int asked, int right, int wrong, int unanswerable, int claimed) {}

    @Test
    void questions_find_their_article_and_what_nobody_wrote_about_finds_none() throws IOException {
        var data = json.readTree(new ClassPathResource("knowledge/questions.json").getInputStream());
        var agency = agencies.fresh();
        var keys = store(agency, data.get("articles"));

        for (var half : List.of("tune", "held")) {
            var tally = tally(agency, data.get("questions"), half, keys);
            System.out.printf("retrieval, %s half: %s%n", half, tally);

            assertThat(tally.right()).as("%s half, right answers", half).isGreaterThanOrEqualTo(16);
            assertThat(tally.wrong())
                    .as("%s half, another article's answer", half)
                    .isLessThanOrEqualTo(1);
            assertThat(tally.claimed())
                    .as("%s half, answers to what no article covers", half)
                    .isZero();
        }
    }

    private Tally tally(TestAgency agency, JsonNode questions, String half, Map<UUID, String> keys) {
        int asked = 0;
        int right = 0;
        int wrong = 0;
        int unanswerable = 0;
        int claimed = 0;
        for (var question : questions) {
            if (!question.get("half").asString().equals(half)) continue;
            var answer =
                    agency.inScope(() -> knowledge.answer(question.get("asked").asString(), "en"));
            var found = answer.map(said -> keys.get(said.articleId()));
            if (question.get("article").isNull()) {
                unanswerable++;
                if (found.isPresent()) claimed++;
            } else {
                asked++;
                if (found.equals(java.util.Optional.of(question.get("article").asString()))) right++;
                else if (answer.isPresent()) wrong++;
            }
        }
        return new Tally(asked, right, wrong, unanswerable, claimed);
    }

    private Map<UUID, String> store(TestAgency agency, JsonNode texts) {
        var keys = new HashMap<UUID, String>();
        agency.inTransaction(() -> articles.all().forEach(article -> articles.remove(article.id(), article.version())));
        for (var text : texts) {
            var id = ids.next();
            keys.put(id, text.get("key").asString());
            var article = new ArticleText(
                    text.get("title").asString(),
                    text.get("questions").valueStream().map(JsonNode::asString).toList(),
                    text.get("body").asString(),
                    "en",
                    true);
            agency.inTransaction(() -> {
                articles.add(id, article, null);
            });
        }
        return keys;
    }
}
