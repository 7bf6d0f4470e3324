package io.doorstep.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads a chat message as it was sent, and strictly: the raw touch keeps the text that this returns, to the letter. */
@Component
class ChatBody {

    static final int MOST_BYTES = 64 * 1024;

    private final JsonMapper json;

    ChatBody(JsonMapper json) {
        this.json = json.rebuild()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> List.of(
                                        CoercionInputShape.Integer,
                                        CoercionInputShape.Float,
                                        CoercionInputShape.Boolean)
                                .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
                .build();
    }

    /** @throws io.doorstep.platform.Refused too-large, before more than the limit is read */
    String read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new HttpMessageNotReadableException("not UTF-8", notUtf8, new ServletServerHttpRequest(request));
        }
    }

    /** @throws HttpMessageNotReadableException answered as a problem that names the field */
    ChatRequest parse(String raw, HttpServletRequest request) {
        try {
            var parsed = json.readValue(raw, ChatRequest.class);
            if (parsed == null) {
                throw Refusal.Invalid.field("body", "is null; send an object with clientId and text.")
                        .asException();
            }
            return parsed;
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException(
                    "not a chat message", unreadable, new ServletServerHttpRequest(request));
        }
    }

    private static RuntimeException tooLarge() {
        return new Refusal.TooLarge("too-large", "A message may have 64 kB at most; send it in parts.").asException();
    }
}
