package io.doorstep.model;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonNullSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of a record, so that what a model is asked for and what is read of its answer can't drift apart. Every member is required,
 * as strict modes demand; what may be missing ({@code @Nullable}) may be null.
 */
final class JsonShape {

    private JsonShape() {}

    static JsonSchema of(String name, Class<? extends Record> type) {
        return JsonSchema.builder().name(name).rootElement(object(type, null)).build();
    }

    /** Whether all is there that the schema requires: a member that is missing reads as null. */
    static boolean fits(Record value) {
        for (var component : value.getClass().getRecordComponents()) {
            var member = valueOf(component, value);
            if (member == null && !mayBeNull(component)) return false;
            if (member instanceof Record inner && !fits(inner)) return false;
            if (member instanceof List<?> list) {
                for (var each : list) if (each == null || each instanceof Record inner && !fits(inner)) return false;
            }
        }
        return true;
    }

    private static @Nullable Object valueOf(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException notOurs) {
            throw new IllegalArgumentException(notOurs);
        }
    }

    private static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static JsonSchemaElement object(Class<?> type, @Nullable Type argument) {
        var object = JsonObjectSchema.builder().additionalProperties(false);
        for (var component : type.getRecordComponents()) {
            object.addProperty(component.getName(), member(component, argument));
        }
        return object.required(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList())
                .build();
    }

    private static JsonSchemaElement member(RecordComponent component, @Nullable Type argument) {
        var element = element(component.getGenericType(), argument);
        return mayBeNull(component)
                ? JsonAnyOfSchema.builder().anyOf(element, new JsonNullSchema()).build()
                : element;
    }

    /** @param argument what the type variable of the record around stands for */
    private static JsonSchemaElement element(Type type, @Nullable Type argument) {
        return switch (type) {
            case TypeVariable<?> _ when argument != null -> element(argument, null);
            case ParameterizedType list
            when list.getRawType() == List.class ->
                JsonArraySchema.builder()
                        .items(element(list.getActualTypeArguments()[0], argument))
                        .build();
            case ParameterizedType generic ->
                object((Class<?>) generic.getRawType(), generic.getActualTypeArguments()[0]);
            case Class<?> choice
            when choice.isEnum() ->
                JsonEnumSchema.builder()
                        .enumValues(Arrays.stream(choice.getEnumConstants())
                                .map(value -> ((Enum<?>) value).name())
                                .toList())
                        .build();
            case Class<?> record when record.isRecord() -> object(record, null);
            case Class<?> plain when plain == String.class -> new JsonStringSchema();
            case Class<?> plain
            when plain == LocalDate.class ->
                JsonStringSchema.builder().description("YYYY-MM-DD").build();
            case Class<?> plain when plain == Double.class -> new JsonNumberSchema();
            case Class<?> plain when plain == boolean.class -> new JsonBooleanSchema();
            default -> throw new IllegalArgumentException("no schema for " + type);
        };
    }
}
