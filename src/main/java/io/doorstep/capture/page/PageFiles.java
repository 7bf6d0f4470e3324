package io.doorstep.capture.page;

import java.io.IOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * Where the built scripts, styles and fonts of the public pages are: their names carry a hash of their content, the
 * manifest knows it. Templates say {@code @pageFiles.at('pages.css')}.
 */
@Component("pageFiles")
public class PageFiles {

    private static final ClassPathResource MANIFEST = new ClassPathResource("static/public/assets/manifest.json");

    private final Map<String, String> addresses;

    PageFiles(ObjectMapper json) throws IOException {
        addresses = MANIFEST.exists() ? read(json) : Map.of();
    }

    /** A file that was not built (a Java-only build) has its plain name; the page then stands without it. */
    public String at(String name) {
        return addresses.getOrDefault(name, "/public/assets/" + name);
    }

    private static Map<String, String> read(ObjectMapper json) throws IOException {
        try (var stream = MANIFEST.getInputStream()) {
            return json.readValue(stream, new TypeReference<>() {});
        }
    }
}
