package io.doorstep.platform.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document is for building (`api/openapi.yaml`); the running product does not serve it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    ModelConverter nullness() {
        return new NullnessConverter();
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("Doorstep API")
                        .version("1")
                        .description(
                                "Failures are RFC 9457 problems with types `urn:doorstep:problem:<code>`. Money is in minor units, times are RFC 3339.")
                        .license(new License().name("Apache-2.0")));
    }

    /** Sorted, so that the committed file changes only where the API does. */
    @Bean
    OpenApiCustomizer sorted() {
        return api -> {
            api.setServers(null); // wherever it runs
            if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
                api.getComponents()
                        .setSchemas(new java.util.TreeMap<>(api.getComponents().getSchemas()));
            }
        };
    }
}
