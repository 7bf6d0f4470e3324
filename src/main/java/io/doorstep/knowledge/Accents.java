package io.doorstep.knowledge;

import java.text.Normalizer;

/** "Habitación" as it is typed in a hurry. */
final class Accents {

    private Accents() {}

    static String without(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
    }
}
