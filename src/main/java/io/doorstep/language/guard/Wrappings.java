package io.doorstep.language.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How an answer looks, whatever it says: links, markup, addresses, secrets, length, tone and language. */
final class Wrappings {

    static final String RULE = "wrappings.1/";

    /** An answer may be longer only where the agency's own text is. */
    private static final int LONGEST = 700;

    private static final int MORE_THAN_SAID = 200;

    private static final Pattern E_MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");

    private static final Pattern LINK = Pattern.compile(
            "\\b(?:https?|ftp|mailto|tel|javascript|data):\\S+|\\bwww\\.\\S+|\\b[\\w-]+\\.(?:com|net|org|io|co|info|biz|example|app|dev|me|ly|gg|xyz|ru|cn|link|click"
                    + "|shop|site|online|top|homes|realty|test|evil)\\b(?:/\\S*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PHONE = Pattern.compile("\\+?\\(?\\d[\\d ().-]{7,18}\\d");

    private static final Pattern MARKUP = Pattern.compile(
            "</?[a-zA-Z!][^>]{0,200}>|&(?:#\\d+|#x[0-9a-f]+|lt|gt|amp|quot|nbsp);|\\[[^\\]]{0,200}\\]\\(|\\*\\*|__\\w|`|~~"
                    + "|(?m)^\\s*(?:#{1,6} |[-*] |>|\\|)|\\{\\s*\"|\\[[A-Z_]+\\d*\\]|\\{\\{|<\\||\\[/?INST");

    private static final Pattern SHOUTS =
            Pattern.compile("!|\\b\\p{Lu}{5,}\\b|[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B50}]");

    private static final Set<String> ENGLISH = Set.of(
            "the", "is", "are", "and", "you", "your", "of", "to", "would", "for", "with", "that", "what", "which",
            "have", "do", "it", "on", "will", "this", "can", "in", "we", "at", "i");

    private static final Set<String> SPANISH = Set.of(
            "el", "la", "los", "las", "de", "que", "es", "en", "un", "una", "para", "con", "por", "su", "usted", "le",
            "qué", "del", "se", "está", "cuál", "cuándo", "y", "al", "lo");

    private static final Set<String> OTHERS = Set.of(
            "le", "les", "des", "vous", "est", "une", "pour", "avec", "dans", "votre", "nous", "der", "das", "und",
            "ist", "sie", "ich", "nicht", "mit", "ein", "eine", "für", "você", "não", "uma", "seu", "são", "il", "che",
            "per", "non", "della", "het", "een", "voor", "jest", "nie");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private Wrappings() {}

    static List<Objection> of(String words, Grounds grounds) {
        var objections = new ArrayList<Objection>();
        find(E_MAIL, Objection.Kind.CONTACT_DETAIL, "e-mail", words, grounds, objections);
        find(PHONE, Objection.Kind.CONTACT_DETAIL, "phone", words, grounds, objections);
        find(LINK, Objection.Kind.LINK, "link", E_MAIL.matcher(words).replaceAll(" "), grounds, objections);
        find(MARKUP, Objection.Kind.MARKUP, "markup", words, grounds, objections);
        find(SHOUTS, Objection.Kind.TONE, "shouts", words, grounds, objections);
        for (var secret : grounds.secrets()) {
            if (words.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT)))
                objections.add(new Objection(Objection.Kind.PROMPT_LEAK, RULE + "secret", secret));
        }
        if (words.length() > Math.max(LONGEST, grounds.said().length() + MORE_THAN_SAID))
            objections.add(new Objection(Objection.Kind.TOO_LONG, RULE + "length", words.length() + " characters"));
        if (isOtherLanguage(words, grounds))
            objections.add(new Objection(Objection.Kind.OTHER_LANGUAGE, RULE + "language", start(words)));
        return objections;
    }

    private static void find(
            Pattern pattern,
            Objection.Kind kind,
            String rule,
            String words,
            Grounds grounds,
            List<Objection> objections) {
        pattern.matcher(words)
                .results()
                .map(found -> found.group().strip())
                .filter(quote -> !grounds.holds(quote))
                .findFirst()
                .ifPresent(quote -> objections.add(new Objection(kind, RULE + rule, quote)));
    }

    /** Told by the small words; a few foreign names make no foreign sentence. */
    private static boolean isOtherLanguage(String words, Grounds grounds) {
        if (words.equals(grounds.said())) return false;
        int english = 0;
        int spanish = 0;
        int other = 0;
        int foreign = 0;
        int all = 0;
        for (var found : WORD.matcher(words).results().toList()) {
            var word = found.group().toLowerCase(Locale.ROOT);
            all++;
            if (ENGLISH.contains(word)) english++;
            if (SPANISH.contains(word)) spanish++;
            if (OTHERS.contains(word)) other++;
            if (word.codePoints().anyMatch(letter -> letter > 0x24f)) foreign++;
        }
        int own = switch (grounds.language()) {
            case SPANISH -> spanish;
            case ENGLISH, OTHER -> english;
        };
        int rest = Math.max(
                other,
                switch (grounds.language()) {
                    case SPANISH -> english;
                    case ENGLISH, OTHER -> spanish;
                });
        return foreign * 3 > all || rest >= 2 && rest > own;
    }

    private static String start(String words) {
        return words.substring(0, Math.min(60, words.length()));
    }
}
