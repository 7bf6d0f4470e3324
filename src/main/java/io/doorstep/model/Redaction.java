package io.doorstep.model;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what a model need not see, and finds it again in what comes back: e-mail addresses, phone numbers, and the names that are
 * given. The same thing has the same stand-in throughout one request.
 */
final class Redaction {

    private static final Pattern EMAIL = Pattern.compile("[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final int LEAST_NAME = 2;

    private final Map<String, String> standIns = new LinkedHashMap<>();
    private final Collection<String> names;

    /** @param names whole names; each of their parts is hidden too */
    Redaction(Collection<String> names) {
        var parts = new ArrayList<String>();
        for (var name : names) {
            parts.add(name);
            parts.addAll(java.util.List.of(name.strip().split("\\s+")));
        }
        this.names = parts.stream()
                .filter(part -> part.length() > LEAST_NAME)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String hide(String text) {
        var hidden = EMAIL.matcher(text).replaceAll(found -> quoted("e-mail", found.group()));
        for (var phone : PhoneNumberUtil.getInstance().findNumbers(hidden, "US")) {
            hidden = hidden.replace(phone.rawString(), standIn("phone", phone.rawString()));
        }
        for (var name : names) {
            hidden = Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])")
                    .matcher(hidden)
                    .replaceAll(quoted("name", name));
        }
        return hidden;
    }

    String restore(String text) {
        var restored = text;
        for (var entry : standIns.entrySet()) restored = restored.replace(entry.getValue(), entry.getKey());
        return restored;
    }

    private String quoted(String kind, String original) {
        return Matcher.quoteReplacement(standIn(kind, original));
    }

    private String standIn(String kind, String original) {
        return standIns.computeIfAbsent(original, _ -> "[%s %d]".formatted(kind, standIns.size() + 1));
    }
}
