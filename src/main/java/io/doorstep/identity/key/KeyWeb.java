package io.doorstep.identity.key;

import io.doorstep.identity.OpenRoutes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts {@link KeyGuard} before every controller, and what it asks for into the contract: both read {@link KeyScope}. */
@Configuration(proxyBeanMethods = false)
class KeyWeb implements WebMvcConfigurer {

    private static final String COOKIE = "session";
    private static final String BEARER = "accessToken";
    private static final String KEY = "apiKey";
    private final KeyGuard guard;

    KeyWeb(KeyGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }

    @Bean
    GlobalOperationCustomizer whoMayAsk() {
        return (operation, handler) -> {
            KeyScope.neededFor(handler).ifPresent(scope -> operation.addExtension("x-key-scope", scope.code()));
            return operation;
        };
    }

    @Bean
    GlobalOpenApiCustomizer waysIn() {
        return api -> {
            describe(api);
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> operation.setSecurity(
                                    OpenRoutes.contain(method.name(), path) ? List.of() : waysInto(operation))));
        };
    }

    private static List<SecurityRequirement> waysInto(Operation operation) {
        var ways = new ArrayList<>(
                List.of(new SecurityRequirement().addList(COOKIE), new SecurityRequirement().addList(BEARER)));
        var extensions = operation.getExtensions();
        if (extensions != null && extensions.get("x-key-scope") instanceof String scope) {
            ways.add(new SecurityRequirement().addList(KEY, scope));
        }
        return ways;
    }

    private static void describe(OpenAPI api) {
        var scopes = Arrays.stream(KeyScope.values())
                .map(scope -> "`" + scope.code() + "` " + scope.meaning())
                .collect(Collectors.joining("; "));
        api.getComponents()
                .addSecuritySchemes(
                        COOKIE,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("__Host-doorstep")
                                .description(
                                        "The web app's session. What changes something also needs the header `X-XSRF-TOKEN`."))
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token from `POST /api/token`."))
                .addSecuritySchemes(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("ds_live_...")
                                .description(
                                        "An API key with the scope that the operation names. Scopes: " + scopes + "."));
    }
}
