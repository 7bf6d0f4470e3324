package io.doorstep.lead;

import java.util.Locale;

/**
 * How a lead is written on a screen, made from {@code lead_name.display_name}.
 *
 * @param shown the name, or the phone number as people write it, or the e-mail, or {@code Visitor 48F2}
 * @param initials two characters at most
 */
public record LeadName(String shown, String initials) {

    public static LeadName of(String displayName) {
        if (displayName.startsWith("+")) {
            return new LeadName(PhoneNumbers.display(displayName), displayName.substring(displayName.length() - 2));
        }
        if (displayName.startsWith("Visitor ")) {
            var tail = displayName.substring("Visitor ".length());
            return new LeadName(displayName, tail.substring(0, Math.min(2, tail.length())));
        }
        var words = displayName.strip().split("[\\s@&]+");
        var first = initial(words[0]);
        var initials =
                words.length == 1 || displayName.contains("@") ? first : first + initial(words[words.length - 1]);
        return new LeadName(displayName, initials);
    }

    private static String initial(String word) {
        return word.isEmpty() ? "" : Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
