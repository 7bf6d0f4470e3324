package io.doorstep.language.guard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What plain words can't show: the shapes of prompts, calls, queries and markup, and text that nobody can see. */
enum Shapes {
    PROMPT_MARK(
            "<\\|[a-z_]+\\|>|\\[/?INST\\]|<</?SYS>>|</?(?:system|user|assistant|instructions?|prompt|tool|admin)\\b[^>]{0,40}>"
                    + "|(?m:^\\s*(?:#{2,}\\s*)?(?:system|assistant|developer|instructions?)\\s*(?::|\\]|###))|\\{\\{[^}]{1,80}\\}\\}"),
    CALL(
            "[{,]\\s*\"(?:tool|tool_calls?|function|function_call|action|command|name|role|method|facts|intent|reply|consent|stage|score)\"\\s*:"
                    + "|\\b(?:bookAppointment|moveDeal|recordConsent|takeTurn)\\b|\\b(?:curl|wget) +\\S|\\b(?:POST|PUT|PATCH|DELETE|GET) /\\S"),
    QUERY(
            "(?:['\")]\\s*;|\\bunion\\s+(?:all\\s+)?select\\b|\\bselect\\b[^.?!]{1,60}\\bfrom\\b\\s+\\w+|\\bdrop\\s+table\\b"
                    + "|\\b(?:insert\\s+into|delete\\s+from|update)\\s+\\w+\\s+(?:values|set|where)\\b|'\\s*or\\s*'?1'?\\s*=\\s*'?1|\\$\\{[^}]{1,80}\\})"),
    MARKUP(
            "<\\s*(?:script|img|iframe|svg|a|style|form|object|embed|link|meta|body|input|video|base)\\b|javascript:|\\bon(?:error|load|click)\\s*="
                    + "|!\\[[^\\]]{0,80}\\]\\(|\\[[^\\]]{1,80}\\]\\(\\s*(?:https?:|javascript:)|<!--|data:text/html"),
    HIDDEN(
            "[\\x{E0000}-\\x{E007F}]{2,}|[\\u202A-\\u202E\\u2066-\\u2069]|[\\u200B\\u200C\\u200D\\u2060\\uFEFF](?:[\\u200B\\u200C\\u2060\\uFEFF]|.[\\u200B\\u2060]){2,}"
                    + "|\\b[A-Za-z0-9+/]{40,}={0,2}(?![A-Za-z0-9+/])|(?:\\\\x[0-9a-fA-F]{2}){4,}|(?:%[0-9a-fA-F]{2}){4,}|(?:&#x?[0-9a-fA-F]{2,6};){3,}");

    static final List<Shapes> ALL = List.of(values());

    private final Pattern pattern;

    Shapes(String regex) {
        this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    Optional<String> in(String message) {
        var found = pattern.matcher(message);
        return found.find() ? Optional.of(found.group().strip()) : Optional.empty();
    }

    String id() {
        return "shape." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
