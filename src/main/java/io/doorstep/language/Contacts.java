package io.doorstep.language;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Name, e-mail, phone, preferred channel and language, as given by the lead. */
final class Contacts {

    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,5}(?![\\w-])");

    /** "jane dot doe at gmail dot com", as people dictate it. */
    private static final Pattern SPELLED = Pattern.compile(
            "(?<![\\w.])(?<user>[\\w+-]{1,40}(?:(?: dot |\\.)[\\w+-]{1,40}){0,3})"
                    + "(?: at | ?[(\\[]at[)\\]] ?)(?<host>[a-z0-9-]{1,40}(?: dot |\\.)(?:com|net|org|edu|io|us|mx|es|(?:co(?: dot |\\.)uk)))\\b");

    /** "Tom here", "Hi, Jessica here"; a closing formula and a name under it. */
    private static final Pattern NAME_HERE =
            Pattern.compile("^\\W*(?:(?:hi|hello|hey)\\b\\W*)?(?<name>\\w[\\w'-]{1,20}(?: \\w[\\w'-]{1,20})?) here\\b");

    private static final Pattern SIGNED =
            Pattern.compile("(?:\\b(?:sincerely|regards|best|cheers)\\W{1,4}|\\n\\W*|^\\W*- )"
                    + "(?<name>\\w[\\w'-]{1,20}(?: \\w[\\w'-]{1,20})?)\\W*$");

    private static final Pattern SAYS_NAME = Pattern.compile(
            "\\b(?:my (?:full )?name(?: is|'s)|name(?: is|'s|:)|(?:you can |people |just |please |like to )?call me"
                    + "|me llamo|mi nombre es)[,:]?\\s{1,3}(?:is )?");

    private static final Pattern MAY_SAY_NAME = Pattern.compile("\\b(?:i'm|i am|this is|soy)\\s{1,3}");

    private static final Pattern ANSWERS_NAME =
            Pattern.compile("\\b(?:it's|it is|its|under|for|put(?: it)?(?: down)?(?: under| as)?)\\s{1,3}(?:still )?");

    private static final Pattern CHANNEL = Pattern.compile(
            "\\b(?:(?:please |you can |just |can you |could you |better to |rather )?(?<verb>text|call|phone"
                    + "|e-?mail|whatsapp)(?:ing)? (?:me|is (?:best|better|fine|easier))|(?:by|via|through"
                    + "|over|prefer|use) (?<by>text|sms|phone|e-?mail|whatsapp|call)(?:s|ing)?)\\b");

    private static final Pattern LANGUAGE = Pattern.compile(
            "\\b(?:(?:speak|prefer|in|habla|hablo|en) )(?<l>spanish|español|espanol|french|german|chinese|mandarin"
                    + "|portuguese|vietnamese)\\b");

    private static final Set<String> NO_NAMES = Vocabulary.words("""
            looking interested sorry thanks hello hi fine good great sure ok okay yes no wondering searching
            trying ready free available new not just calling moving done glad happy buying selling renting
            hoping please what when monday tuesday wednesday thursday friday saturday sunday afraid able going
            open flexible actually also at on in from only so very too still well all always about pre-approved
            preapproved single married back later soon anytime tomorrow today tonight asap after before between during
            if directly instead""");

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private Contacts() {}

    static void read(Reading reading) {
        email(reading);
        phone(reading);
        name(reading);
        channel(reading);
        language(reading);
    }

    private static void email(Reading reading) {
        var found = EMAIL.matcher(reading.folded);
        while (found.find()) {
            reading.note("contact.email", found.group(), found.group(), found.start(), found.end(), 0.98);
        }
        if (reading.has("contact.email")) return;
        var spelled = SPELLED.matcher(reading.folded);
        if (!spelled.find()) return;
        var address = (spelled.group("user") + "@" + spelled.group("host")).replace(" dot ", ".");
        reading.note("contact.email", address, address, spelled.start(), spelled.end(), 0.85);
    }

    private static void phone(Reading reading) {
        long digits = reading.folded.chars().filter(Character::isDigit).limit(8).count();
        if (digits < 7) return;
        for (var found : PHONES.findNumbers(reading.text, region(reading), PhoneNumberUtil.Leniency.VALID, 20)) {
            var e164 = PHONES.format(found.number(), PhoneNumberFormat.E164);
            var shown = PHONES.format(found.number(), PhoneNumberFormat.INTERNATIONAL);
            reading.note("contact.phone", e164, shown, found.start(), found.end(), 0.97);
        }
    }

    /** A number without a country code is of the country whose currency the agency uses. */
    private static String region(Reading reading) {
        return switch (reading.context.currency()) {
            case "GBP" -> "GB";
            case "CAD" -> "CA";
            case "AUD" -> "AU";
            case "EUR" -> "DE";
            default -> "US";
        };
    }

    private static void name(Reading reading) {
        var says = SAYS_NAME.matcher(reading.folded);
        while (says.find()) if (note(reading, says.end(), true, 0.95)) return;
        boolean asked = reading.heard.asked(Question.NAME);
        boolean known = reading.context.known().containsKey("contact.name");
        var may = MAY_SAY_NAME.matcher(reading.folded);
        while ((asked || !known) && may.find()) if (note(reading, may.end(), false, asked ? 0.9 : 0.75)) return;
        var answers = ANSWERS_NAME.matcher(reading.folded);
        while (asked && answers.find()) if (note(reading, answers.end(), false, 0.9)) return;
        if (asked && (reading.tokens.size() <= 8 || standsAlone(reading))) bare(reading);
        if (!known && !reading.has("contact.name")) introduced(reading);
    }

    /** "Angela. I just remembered that ..." */
    private static boolean standsAlone(Reading reading) {
        return reading.tokens.size() > 1
                && reading.tokens.getFirst().capitalised()
                && !reading.tokens.get(1).joined();
    }

    private static void introduced(Reading reading) {
        for (var pattern : List.of(NAME_HERE, SIGNED)) {
            var found = pattern.matcher(reading.folded);
            if (found.find()
                    && Character.isUpperCase(reading.text.charAt(found.start("name")))
                    && note(reading, found.start("name"), false, 0.8)) return;
        }
    }

    private static void bare(Reading reading) {
        for (var token : reading.tokens) {
            if (Vocabulary.PLAIN.contains(token.folded()) || NO_NAMES.contains(token.folded()) || token.numeric())
                continue;
            boolean alone = reading.tokens.size() <= 3;
            if (!token.capitalised() && !alone) continue;
            note(reading, token.start(), alone, 0.85);
            return;
        }
    }

    private static boolean note(Reading reading, int from, boolean anyCase, double confidence) {
        var tokens = reading.tokens;
        int first = 0;
        while (first < tokens.size() && tokens.get(first).start() < from) first++;
        if (first == tokens.size() || tokens.get(first).start() > from + 1) return false;
        int last = first - 1;
        for (int at = first; at < tokens.size() && at < first + 3; at++) {
            var token = tokens.get(at);
            if (at > first
                    && (!token.joined()
                            || !token.capitalised() && tokens.get(first).capitalised())) break;
            if (!anyCase && !token.capitalised()
                    || token.numeric()
                    || NO_NAMES.contains(token.folded())
                    || Vocabulary.PLAIN.contains(token.folded())) break;
            if (at > first && HomeNames.KINDS.contains(token.folded())) return false;
            last = at;
        }
        if (last < first) return false;
        int start = tokens.get(first).start();
        int end = tokens.get(last).end();
        var name = capitalised(reading.text.substring(start, end));
        reading.note("contact.name", name, name, start, end, confidence);
        return true;
    }

    private static String capitalised(String name) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) return name;
        var shown = new StringBuilder(name);
        for (int at = 0; at < shown.length(); at++) {
            if (at == 0 || " -'".indexOf(shown.charAt(at - 1)) >= 0)
                shown.setCharAt(at, Character.toUpperCase(shown.charAt(at)));
        }
        return shown.toString();
    }

    private static void channel(Reading reading) {
        var found = CHANNEL.matcher(reading.folded);
        while (found.find()) {
            if (namesSomething(reading, found.end())) continue;
            var said = found.group("verb") != null ? found.group("verb") : found.group("by");
            var channel = switch (said) {
                case "text", "sms" -> "SMS";
                case "whatsapp" -> "WHATSAPP";
                case "email", "e-mail" -> "EMAIL";
                default -> "PHONE";
            };
            reading.note(
                    "contact.preferredChannel",
                    channel,
                    channel.toLowerCase(Locale.ROOT),
                    found.start(),
                    found.end(),
                    0.85);
        }
    }

    /** "Call me Ana", "call me a cab". */
    private static boolean namesSomething(Reading reading, int end) {
        if (end + 1 >= reading.text.length()) return false;
        return Character.isUpperCase(reading.text.charAt(end + 1)) || reading.folded.startsWith(" a", end);
    }

    private static void language(Reading reading) {
        var found = LANGUAGE.matcher(reading.folded);
        if (!found.find()) return;
        var tag = switch (found.group("l")) {
            case "spanish", "español", "espanol" -> "es";
            case "french" -> "fr";
            case "german" -> "de";
            case "portuguese" -> "pt";
            case "vietnamese" -> "vi";
            default -> "zh";
        };
        reading.note("contact.language", tag, found.group("l"), found.start(), found.end(), 0.9);
    }
}
