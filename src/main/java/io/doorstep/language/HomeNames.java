package io.doorstep.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of homes in running text: "How about Amber Court at 12 Mill Road?", "the silver mill condos", told by form and
 * neighbourhood.
 */
final class HomeNames {

    /** Words that end the name of a home and of nothing else. */
    static final Set<String> SURE_KINDS =
            Set.of("apartments", "apartment", "condos", "condominiums", "residences", "flats", "lofts", "villas");

    static final Set<String> KINDS = Vocabulary.words("""
            apartments apartment condos condominiums residences flats lofts villas homes penthouse townhomes
            suites housing""");

    private static final Set<String> LIKELY_KINDS = Vocabulary.words("""
            village court park gardens garden terrace place towers tower manor estates commons plaza square
            heights oaks house ranch villa lodge vista""");

    private static final Set<String> STREETS = Vocabulary.words("""
            avenue ave street st road rd drive dr lane ln way boulevard blvd circle cir court parkway real
            common place pl highway west east north south terrace loop trail ct square""");

    static final Set<String> INSIDE = Vocabulary.words("""
            at of on the and de del la by""");

    static final Set<String> NEVER_FIRST = Vocabulary.words("""
            the there there's a an yes yeah okay ok sure please confirm confirming at in and i it it's is this
            that they you your would how what do does great another other also apartment apartments property
            sorry no visit located for my we of on by to with good nice schedule scheduling just so then alright
            found perfect check let's i'll i've which are its rent monthly one's how's here here's perhaps maybe
            unfortunately will try from has have can could thanks hi hello excellent currently if when but find show
            search get give want need looking look see book any some many more till until during correct checked
            should shall may might must am""");

    /** Praise and kinds, which lower case tells from names. */
    private static final Set<String> ADJECTIVES = Vocabulary.words("""
            unfurnished cheap beautiful affordable luxury suitable similar matching wonderful lovely spacious
            additional further""");

    private static final Pattern BEFORE = Pattern.compile(
            "(?:\\b(?:called|named|liv(?:e|ing) at|stay(?:ing)? at|name is|name of|is the|how about|what about"
                    + "|how does|how is"
                    + "|(?:visit|visiting|tour|tour of|tour at|viewing|viewing at|viewing of|showing of|showing at"
                    + "|view|appointment (?:at|to|for|with)|go|going|trip) ?(?:to|at|for|of|the|in)?(?: the)?|to see"
                    + "|(?:apartment|property|place|room|unit|bath|baths|bathrooms?|bedrooms?|one|available|this"
                    + "|located) (?:in|at)(?: the)?|there(?:'s| is| are)(?: (?:the|also|an?))*|found(?: the)?|recommend"
                    + "|suggest|(?:would you|do you) (?:like|prefer)|consider|try|considering|property is|one is"
                    + "|them is|option is|choice is|apartment is|it is|it's|that's|is from|property from|at|in which)"
                    + "(?: the)?|[:,.] ?(?:the )?|^(?:the )?)\\s*$");

    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:called|named|name is|name of the (?:place|property|apartment) is|known as|visit to|how about"
                    + "|recommend|suggest)(?: the)? $");

    private static final Pattern AFTER = Pattern.compile(
            "^,?\\s*(?:(?:which |that |it |and )?(?:is |it's |it is |that's |at |are )?(?:\\w+ )?(?:located"
                    + "|situated|found|based)"
                    + "|at (?:the )?#?\\d|, #?\\d|and (?:is|has|it|costs?)\\b|for (?:only )?\\$?\\d|on (?:the )?\\d"
                    + "|in \\d|over on \\d|(?:is|are|seems|looks) (?:also )?(?:an?|one|another|very|nice|good|great"
                    + "|the|the\\b|available|your|nicely)|(?:also )?ha(?:s|ve|ving)\\b|with \\d|offers|on "
                    + Vocabulary.MONTH + "|(?:on |for |the )?(?:this |next )?(?:" + Vocabulary.WEEKDAY
                    + "|today|tomorrow|day after)|which|whose|\\.is |#?\\d|that(?:'s| is| has)|\\. (?:it|this|they"
                    + "|rent)\\b|sound|\\?|address|apartment\\b)");

    /** Who names rooms, a price or a street is putting a home forward. */
    private static final Pattern OFFERS =
            Pattern.compile("\\d ?-?(?:bed|bath)|\\$ ?\\d|\\ba month\\b|\\bper month\\b|\\blocated\\b|\\bproperty\\b");

    private record Candidate(String name, int score) {}

    private HomeNames() {}

    /** The name an assistant's text puts forward most clearly; null when it names none. */
    static @Nullable String in(String words) {
        var text = Reading.clip(words);
        var folded = Fold.of(text);
        var tokens = Token.of(text);
        int least = OFFERS.matcher(folded).find() ? 3 : 5;
        Candidate best = null;
        for (int first = 0; first < tokens.size(); first++) {
            int last = extent(tokens, first);
            if (last < first) continue;
            var candidate = weigh(text, folded, tokens, first, last);
            if (candidate != null && candidate.score >= least && (best == null || candidate.score > best.score))
                best = candidate;
            first = last;
        }
        return best == null ? inLowerCase(text, tokens) : best.name;
    }

    private static int extent(List<Token> tokens, int first) {
        var head = tokens.get(first);
        boolean numbered = head.numeric()
                && first + 1 < tokens.size()
                && tokens.get(first + 1).capitalised()
                && tokens.get(first + 1).joined();
        if (!head.capitalised() && !numbered) return first - 1;
        if (NEVER_FIRST.contains(head.folded())) return first - 1;
        int last = first;
        for (int at = first + 1;
                at < tokens.size() && at < first + 10 && tokens.get(at).joined();
                at++) {
            var token = tokens.get(at);
            if (Vocabulary.CALENDAR_WORD.matcher(token.folded()).matches()) break;
            boolean next = at == last + 1;
            if (token.capitalised()
                    || next && (KINDS.contains(token.folded()) || LIKELY_KINDS.contains(token.folded()))) {
                last = at;
            } else if (next && !token.numeric() && kindAhead(tokens, at) > 0) {
                return kindAhead(tokens, at);
            } else if (!INSIDE.contains(token.folded()) || at - last > 2) {
                break;
            }
        }
        return last;
    }

    /**
     * "Silver view apartments": index of the kind of home that closes a name half in lower case; 0 when there is none.
     */
    private static int kindAhead(List<Token> tokens, int at) {
        for (int ahead = at;
                ahead < tokens.size() && ahead < at + 3 && tokens.get(ahead).joined();
                ahead++) {
            var token = tokens.get(ahead);
            if (SURE_KINDS.contains(token.folded())) return ahead;
            if (isPlain(token)
                    && !LIKELY_KINDS.contains(token.folded())
                    && !token.folded().equals("view")) return 0;
        }
        return 0;
    }

    private static @Nullable Candidate weigh(String text, String folded, List<Token> tokens, int first, int last) {
        var start = tokens.get(first).start();
        var end = tokens.get(last).end();
        var before = folded.substring(Math.max(0, start - 60), start);
        var after = folded.substring(end, Math.min(folded.length(), end + 60));
        var ending = tokens.get(last).folded();
        boolean sure = false;
        boolean likely = false;
        boolean calendar = false;
        for (int at = first; at <= last; at++) {
            sure |= KINDS.contains(tokens.get(at).folded());
            likely |= LIKELY_KINDS.contains(tokens.get(at).folded());
            calendar |=
                    Vocabulary.CALENDAR_WORD.matcher(tokens.get(at).folded()).matches();
        }
        boolean address = tokens.get(first).numeric() && STREETS.contains(ending) && !sure;
        if (address || calendar && !sure) return null;
        int score = sure ? 5 : likely ? 2 : 0;
        if (BEFORE.matcher(before).find()) score += 3;
        if (NAMED.matcher(before).find()) score += 3;
        boolean followed = AFTER.matcher(after).find();
        if (followed) score += 4;
        if (first == last && !sure && !followed && !NAMED.matcher(before).find()) return null;
        if (tokens.get(first).numeric() && !sure) score -= 3;
        if (first == last && Vocabulary.PLAIN.contains(tokens.get(first).folded())) score -= 6;
        if (before.endsWith(" in ") && !sure && !likely) score -= 4;
        if (before.matches(".*\\d ")) score -= 6;
        return new Candidate(text.substring(start, end), score);
    }

    /** "there's mill apartments on 33 mill street": back from the kind of home to the first plain word. */
    private static @Nullable String inLowerCase(String text, List<Token> tokens) {
        for (int kind = 1; kind < tokens.size(); kind++) {
            var word = tokens.get(kind).folded();
            if (!SURE_KINDS.contains(word) || !word.endsWith("s")) continue;
            int first = kind;
            while (first > 0 && kind - first < 4 && tokens.get(first).joined() && !isPlain(tokens.get(first - 1)))
                first--;
            if (first < kind)
                return text.substring(
                        tokens.get(first).start(), tokens.get(kind).end());
        }
        return null;
    }

    static boolean closesName(Token token) {
        return KINDS.contains(token.folded()) || LIKELY_KINDS.contains(token.folded());
    }

    static boolean isPlain(Token token) {
        return token.numeric()
                || Vocabulary.PLAIN.contains(token.folded())
                || NEVER_FIRST.contains(token.folded())
                || !token.capitalised() && ADJECTIVES.contains(token.folded());
    }
}
