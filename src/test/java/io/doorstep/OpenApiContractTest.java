package io.doorstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.doorstep.testing.DoorstepTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The committed contract is what the controllers say. {@code make contract} writes it anew. */
@DoorstepTest
@TestPropertySource(properties = "springdoc.api-docs.enabled=true")
class OpenApiContractTest {

    private static final Path COMMITTED = Path.of("api/openapi.yaml");

    @Autowired
    MockMvc http;

    @Test
    void the_committed_contract_is_the_one_the_controllers_keep() throws Exception {
        var now =
                http.perform(get("/v3/api-docs.yaml")).andReturn().getResponse().getContentAsString();
        if (Boolean.getBoolean("contract.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, now);
        }

        assertThat(Files.readString(COMMITTED))
                .as("run `make contract` and commit the result")
                .isEqualTo(now);
    }
}
