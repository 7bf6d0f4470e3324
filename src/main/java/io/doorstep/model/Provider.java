package io.doorstep.model;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The operator's side: where models are called ({@code DOORSTEP_MODEL_BASE_URL}), with which key where an agency has none of its own
 * ({@code DOORSTEP_MODEL_KEY}), and which models an agency begins with ({@code DOORSTEP_MODEL_NAMES}). An agency never chooses the
 * address: the server would call it.
 */
@Component
class Provider {

    private final URI baseUrl;
    private final String key;
    private final List<String> models;
    private final Duration turn;
    private final Duration attempt;

    /**
     * @param turn how long one turn waits for models in all
     * @param attempt how long it waits for one call
     */
    Provider(
            @Value("${doorstep.model.base-url:https://openrouter.ai/api/v1}") URI baseUrl,
            @Value("${doorstep.model.key:}") String key,
            @Value("${doorstep.model.names:openai/gpt-4o-mini,google/gemini-2.0-flash-001}") List<String> models,
            @Value("${doorstep.model.turn:6s}") Duration turn,
            @Value("${doorstep.model.attempt:4s}") Duration attempt) {
        if (baseUrl.getHost() == null)
            throw new IllegalStateException("DOORSTEP_MODEL_BASE_URL is no address: " + baseUrl);
        this.baseUrl = baseUrl;
        this.key = key.strip();
        this.models = List.copyOf(models);
        this.turn = turn;
        this.attempt = attempt;
    }

    URI baseUrl() {
        return baseUrl;
    }

    String host() {
        return baseUrl.getHost();
    }

    Optional<String> key() {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    List<String> models() {
        return models;
    }

    Duration turn() {
        return turn;
    }

    Duration attempt() {
        return attempt;
    }

    /** OpenRouter takes wishes about whom it hands a request to; others would refuse the word. */
    boolean isOpenRouter() {
        return host().equals("openrouter.ai");
    }
}
