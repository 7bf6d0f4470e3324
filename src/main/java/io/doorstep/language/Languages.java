package io.doorstep.language;

import java.util.List;
import java.util.Set;

/** Tells English from Spanish by their small words; everything else with letters of its own is OTHER. */
final class Languages {

    private static final Set<String> SPANISH = Vocabulary.words("""
            el la los las de que en un una con por para busco buscamos casa quiero necesito hola gracias cuartos
            habitaciones baños es está mi si sí cuánto comprar vender alquilar departamento usted puedo tengo
            somos cerca buenos buenas días y más""");

    private static final Set<String> ENGLISH = Vocabulary.words("""
            the a is are i i'm we you to for in and of it that with my have looking want need yes no hi hello
            please thanks on can do house home apartment bedroom bedrooms at would like around near works ok
            okay""");

    private Languages() {}

    static Language of(List<Token> tokens) {
        int spanish = 0;
        int english = 0;
        int foreign = 0;
        for (var token : tokens) {
            if (SPANISH.contains(token.folded())) spanish++;
            if (ENGLISH.contains(token.folded())) english++;
            if (token.word().chars().anyMatch(c -> c > 0x24f)) foreign++;
        }
        if (foreign > tokens.size() / 2) return Language.OTHER;
        return spanish >= 2 && spanish > english || spanish == 1 && english == 0 && tokens.size() <= 3
                ? Language.SPANISH
                : Language.ENGLISH;
    }
}
