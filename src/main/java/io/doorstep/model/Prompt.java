package io.doorstep.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a model is told to do. A file and its version; a changed text is a new version, so that each call says what it was told. */
record Prompt(String name, int version, String text) {

    static final Prompt UNDERSTAND = load("understand", 1);
    static final Prompt WORD = load("word", 1);
    static final Prompt TEST = load("test", 1);

    private static Prompt load(String name, int version) {
        var file = "/prompts/%s.v%d.txt".formatted(name, version);
        try (var in = Prompt.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("the prompt " + file + " is missing");
            return new Prompt(name, version, new String(in.readAllBytes(), UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is recorded with each call. */
    String id() {
        return name + ".v" + version;
    }
}
