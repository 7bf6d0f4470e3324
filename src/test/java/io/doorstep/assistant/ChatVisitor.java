package io.doorstep.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody on an agency's page, with nothing but the public chat. */
final class ChatVisitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc http;
    private final String siteKey;
    private final String key = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");

    ChatVisitor(MockMvc http, String siteKey) {
        this.http = http;
        this.siteKey = siteKey;
    }

    /** Writes, and waits for the assistant's answer. */
    JsonNode says(String text) {
        return answerTo(sends(text, null));
    }

    JsonNode chooses(String slotId, String label) {
        return answerTo(
                sends(label, JSON.createObjectNode().put("type", "CHOOSE_SLOT").put("slotId", slotId)));
    }

    /** Ticks or leaves the box that stands beside the last message. */
    JsonNode consents(boolean granted) {
        var asked = messages().reversed().stream()
                .map(message -> message.path("attachment"))
                .filter(attachment -> attachment.path("type").asString("").equals("CONSENT"))
                .findFirst()
                .orElseThrow();
        var action = JSON.createObjectNode()
                .put("type", "CONSENT")
                .put("channel", asked.get("channel").asString())
                .put("granted", granted)
                .put("wordingVersion", asked.get("wordingVersion").asInt());
        return answerTo(sends(granted ? "Yes, you may text me" : "No texts", action));
    }

    /** @return the message's place */
    long sends(String text) {
        return sends(text, null);
    }

    private long sends(String text, JsonNode action) {
        var body = JSON.createObjectNode()
                .put("clientId", UUID.randomUUID().toString())
                .put("text", text);
        if (action != null) body.set("action", action);
        try {
            var answer = http.perform(post("/public/chat/{site}/messages", siteKey)
                            .header("X-Visitor-Key", key)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(JSON.writeValueAsString(body)))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(202);
            return JSON.readTree(answer.getContentAsString()).get("seq").asLong();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode answerTo(long seq) {
        return await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> messages().stream()
                                .filter(message -> message.get("seq").asLong() > seq)
                                .filter(message ->
                                        message.get("author").asString().equals("ASSISTANT"))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    List<JsonNode> messages() {
        return conversation().get("messages").valueStream().toList();
    }

    JsonNode conversation() {
        try {
            return JSON.readTree(http.perform(
                            get("/public/chat/{site}/conversation", siteKey).header("X-Visitor-Key", key))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
