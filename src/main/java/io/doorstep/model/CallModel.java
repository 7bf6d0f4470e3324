package io.doorstep.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One call of one model, over langchain4j and {@link Exchange}. Never throws: a call that came to nothing says why. */
@Component
class CallModel {

    private static final Logger log = LoggerFactory.getLogger(CallModel.class);
    private static final int MOST_TOKENS = 800;

    /** OpenRouter shows these in the operator's account; others ignore them. */
    private static final Map<String, String> HEADERS =
            Map.of("HTTP-Referer", "https://doorstep.example", "X-Title", "Doorstep");

    /** To providers that keep nothing, and that keep to the schema. */
    private static final Map<String, Object> OPEN_ROUTER =
            Map.of("provider", Map.of("data_collection", "deny", "require_parameters", true));

    private final Provider provider;
    private final Transport transport;
    private final JsonMapper json;

    CallModel(Provider provider, Transport transport, JsonMapper json) {
        this.provider = provider;
        this.transport = transport;
        this.json = json;
    }

    /**
     * @param schema of the answer; null for plain words
     * @param heard gets the words as they come, in the caller's thread; null for the whole at once
     */
    record Request(
            Prompt prompt,
            String content,
            @Nullable JsonSchema schema,
            @Nullable Consumer<String> heard) {}

    sealed interface Reply {
        Receipt receipt();

        record Said(String words, Receipt receipt) implements Reply {}

        record Failed(Failure failure, Receipt receipt) implements Reply {}
    }

    /** @param deadline in {@link System#nanoTime()} */
    Reply call(Request request, String model, String key, long deadline) {
        var exchange = new Exchange(transport, deadline, json);
        try {
            var words = request.heard() == null
                    ? whole(request, model, key, exchange)
                    : streamed(request, request.heard(), model, key, exchange);
            if (words != null && !words.isBlank()) return new Reply.Said(words, exchange.receipt());
        } catch (RuntimeException failed) {
            if (exchange.failure() == null)
                log.warn(
                        "model {} answered what nobody understands: {}",
                        model,
                        failed.getClass().getName());
        }
        var failure = exchange.failure() == null ? Failure.unpriced(Outcome.UNREADABLE) : exchange.failure();
        return new Reply.Failed(failure, exchange.receipt());
    }

    private @Nullable String whole(Request request, String model, String key, Exchange exchange) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(new Only(exchange))
                .baseUrl(provider.baseUrl().toString())
                .apiKey(key)
                .modelName(model)
                .temperature(0.0)
                .maxTokens(MOST_TOKENS)
                .maxRetries(0)
                .strictJsonSchema(true)
                .customHeaders(HEADERS)
                .customParameters(wishes())
                .build()
                .chat(chat(request))
                .aiMessage()
                .text();
    }

    private @Nullable String streamed(
            Request request, Consumer<String> heard, String model, String key, Exchange exchange) {
        var words = new AtomicReference<@Nullable String>();
        OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new Only(exchange))
                .baseUrl(provider.baseUrl().toString())
                .apiKey(key)
                .modelName(model)
                .temperature(0.0)
                .maxTokens(MOST_TOKENS)
                .customHeaders(HEADERS)
                .customParameters(wishes())
                .build()
                .chat(chat(request), new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(String piece) {
                        heard.accept(piece);
                    }

                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        words.set(response.aiMessage().text());
                    }

                    @Override
                    public void onError(Throwable failed) {
                        // the exchange knows
                    }
                });
        return exchange.failure() == null ? words.get() : null;
    }

    private Map<String, Object> wishes() {
        return provider.isOpenRouter() ? OPEN_ROUTER : Map.of();
    }

    private static ChatRequest chat(Request request) {
        var chat = ChatRequest.builder()
                .messages(SystemMessage.from(request.prompt().text()), UserMessage.from(request.content()));
        if (request.schema() != null) {
            chat.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(request.schema())
                    .build());
        }
        return chat.build();
    }

    /** Has langchain4j speak through this exchange; the time limits are the exchange's own. */
    private record Only(HttpClient build) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }
    }
}
