package io.doorstep.language;

import io.doorstep.language.spanish.Gloss;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells English from Spanish by their words; what is mostly of another script is OTHER. A conversation keeps its
 * language: a lone "ok" between Spanish sentences does not switch it.
 */
final class Languages {

    static final String KEY = "contact.language";

    /** From here on the lead asked for the language; below, it was only heard. */
    static final double STATED = 0.85;

    /** An English sentence, and not only an English word, switches a Spanish conversation. */
    private static final int SWITCHES = 3;

    private static final int SHORT = 3;

    private static final Set<String> ENGLISH = Vocabulary.words("""
            the is are i i'm we you to for and of it that with my have looking want need yes hi hello please thanks
            on can do house home apartment bedroom bedrooms at would like around near works pets under up works""");

    /** Words of both languages, and those of Spanish that stand in English names. */
    private static final Set<String> EITHER = Vocabulary.words("""
            a me no si sin son sea era hay ya sale pare o e u y q x tour loft condo condos townhouse duplex garage
            parking info email e-mail mail terrible horrible hospital cancer auto asap okay okey ok usd sept euros
            rec hab recs habs piso alto chao pets pet friendly patio terrace real baja pronto plaza va us area areas
            whats whatsapp sms once personal horas simple van son rentals am pm mil aire solo medio""");

    /** Too short and too common in names to tell a language alone: "el paso". */
    private static final Set<String> WEAK =
            Vocabulary.words("el la los las lo de del en con por para un una mi su tu al");

    /** Open a sentence and no name, so that a capital behind them means nothing. */
    private static final Set<String> GREETINGS = Set.of("hola", "buenos", "buenas", "gracias");

    private Languages() {}

    /** How much of a text is of which language. */
    private record Weighed(int spanish, int strong, int english, int foreign, int words) {

        boolean isSpanish() {
            return strong > 0 && spanish > english && (spanish > 1 || english == 0 && words <= SHORT);
        }

        boolean isEnglish() {
            return english >= SWITCHES && spanish == 0;
        }

        boolean isForeign() {
            return foreign > words / 2;
        }
    }

    /** The language that a message of this conversation is to be read in. */
    static Language of(List<Token> tokens, String text, DialogueContext context) {
        var weighed = weighed(tokens, text);
        if (weighed.isForeign()) return Language.OTHER;
        if (weighed.isSpanish()) return Language.SPANISH;
        return before(context) == Language.SPANISH && !weighed.isEnglish() ? Language.SPANISH : Language.ENGLISH;
    }

    static boolean isSpanish(String text) {
        return weighed(Token.of(text), text).isSpanish();
    }

    /** The first word that tells Spanish, as evidence; null when only what was said before tells it. */
    static @Nullable Token evidence(List<Token> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            if (isSpanish(tokens, at) && !WEAK.contains(tokens.get(at).folded())) return tokens.get(at);
        }
        return null;
    }

    static Language named(@Nullable FactProposal fact) {
        if (fact == null) return Language.ENGLISH;
        for (var language : Language.values()) if (language.tag().equals(fact.value())) return language;
        return Language.OTHER;
    }

    private static Language before(DialogueContext context) {
        var known = context.known().get(KEY);
        if (known != null) return named(known);
        for (var turn : context.history().reversed()) {
            if (turn.speaker() != Speaker.LEAD) continue;
            var weighed = weighed(Token.of(turn.text()), turn.text());
            if (weighed.isSpanish()) return Language.SPANISH;
            if (weighed.isEnglish()) return Language.ENGLISH;
        }
        return Language.ENGLISH;
    }

    private static Weighed weighed(List<Token> tokens, String text) {
        int spanish = 0;
        int strong = 0;
        int english = 0;
        int foreign = 0;
        for (int at = 0; at < tokens.size(); at++) {
            var word = tokens.get(at).folded();
            if (tokens.get(at).word().chars().anyMatch(c -> c > 0x24f)) foreign++;
            if (isSpanish(tokens, at)) {
                spanish++;
                if (!WEAK.contains(word)) strong++;
            } else if (isEnglish(word)) {
                english++;
            }
        }
        boolean marked = text.indexOf('¿') >= 0 || text.indexOf('¡') >= 0;
        int words = (int) tokens.stream().filter(token -> !token.numeric()).count();
        return new Weighed(spanish + (marked ? 2 : 0), strong + (marked ? 1 : 0), english, foreign, words);
    }

    private static boolean isEnglish(String word) {
        return !EITHER.contains(word) && (ENGLISH.contains(word) || Vocabulary.PLAIN.contains(word));
    }

    private static boolean isSpanish(List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (token.word().equalsIgnoreCase("sí")) return true;
        return !token.numeric()
                && !EITHER.contains(token.folded())
                && Gloss.isSpanish(token.word())
                && !Vocabulary.PLAIN.contains(token.folded())
                && !isPartOfName(tokens, at);
    }

    private static boolean isPartOfName(List<Token> tokens, int at) {
        var token = tokens.get(at);
        boolean shouted =
                token.word().length() > 1 && token.word().equals(token.word().toUpperCase(Locale.ROOT));
        if (!token.capitalised() || shouted || GREETINGS.contains(token.folded())) return false;
        boolean before = at > 0 && token.joined();
        boolean after = at + 1 < tokens.size()
                && tokens.get(at + 1).joined()
                && tokens.get(at + 1).capitalised();
        return before || after;
    }
}
