package io.doorstep.attack;

import static java.util.stream.Collectors.toCollection;

import io.doorstep.attack.Contract.Operation;
import io.doorstep.attack.Contract.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every route that the dispatcher knows: those of the contract, and the hidden ones with what their handlers' signatures say. */
public final class Routes {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VARIABLE_RULE = Pattern.compile("\\{(\\w+):[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    private Routes() {}

    public static Set<Route> of(ApplicationContext rooms) {
        var documented = Contract.read().operations();
        var found = new TreeSet<Route>();
        for (var mapping : rooms.getBeansOfType(HandlerMapping.class).values()) {
            switch (mapping) {
                case RequestMappingInfoHandlerMapping handlers ->
                    handlers.getHandlerMethods()
                            .forEach((info, handler) -> each(info)
                                    .forEach(key -> found.add(route(key, info, handler, documented.get(key)))));
                case AbstractUrlHandlerMapping files ->
                    files.getHandlerMap()
                            .keySet()
                            .forEach(path -> found.add(
                                    new Route("GET", path, new Operation(path, List.of(), null, null), false, false)));
                default -> {}
            }
        }
        return found;
    }

    private static Stream<String> each(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var names = methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .map(pattern -> VARIABLE_RULE.matcher(pattern).replaceAll("{$1}"))
                .flatMap(pattern -> names.stream().map(method -> method + " " + pattern));
    }

    private static Route route(
            String key,
            RequestMappingInfo info,
            HandlerMethod handler,
            @org.jspecify.annotations.Nullable Operation documented) {
        var at = key.indexOf(' ');
        var socket = handler.getBeanType().getSimpleName().equals("WebAppController")
                || info.getProducesCondition().getProducibleMediaTypes().stream()
                        .anyMatch(type -> type.getSubtype().equals("event-stream"));
        var operation = documented == null ? signature(handler, key.startsWith("GET ")) : documented;
        return new Route(key.substring(0, at), key.substring(at + 1), operation, documented != null, socket);
    }

    private static Operation signature(HandlerMethod handler, boolean get) {
        var parameters = new ArrayList<Parameter>();
        for (var one : handler.getMethodParameters()) {
            one.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            var type = schema(one.getParameterType());
            if (one.hasParameterAnnotation(PathVariable.class)) {
                var name = one.getParameterAnnotation(PathVariable.class).name();
                parameters.add(new Parameter(named(name, one.getParameterName()), "path", true, type));
            } else if (one.hasParameterAnnotation(RequestParam.class)) {
                var name = one.getParameterAnnotation(RequestParam.class).name();
                parameters.add(new Parameter(named(name, one.getParameterName()), "query", false, type));
            } else if (one.hasParameterAnnotation(RequestHeader.class)) {
                var name = one.getParameterAnnotation(RequestHeader.class).name();
                parameters.add(new Parameter(named(name, one.getParameterName()), "header", false, type));
            } else if (one.getParameterType().isRecord()
                    && one.getParameterAnnotations().length == 0) { // a form, bound field by field
                Arrays.stream(one.getParameterType().getRecordComponents())
                        .forEach(field -> parameters.add(
                                new Parameter(field.getName(), "query", false, schema(field.getType()))));
            }
        }
        var takesJson = !get
                && Arrays.stream(handler.getMethodParameters())
                        .anyMatch(one ->
                                one.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class));
        return new Operation(
                handler.getMethod().getName(),
                parameters,
                takesJson ? "application/json" : null,
                takesJson ? JSON.createObjectNode() : null);
    }

    private static String named(String said, @org.jspecify.annotations.Nullable String inCode) {
        return said.isEmpty() ? Optional.ofNullable(inCode).orElseThrow() : said;
    }

    private static JsonNode schema(Class<?> type) {
        var schema = JSON.createObjectNode();
        if (type == UUID.class) {
            return schema.put("type", "string").put("format", "uuid");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return schema.put("type", "integer");
        }
        return schema.put("type", "string");
    }

    static Set<String> keys(Set<Route> routes) {
        return routes.stream().map(Route::key).collect(toCollection(TreeSet::new));
    }
}
