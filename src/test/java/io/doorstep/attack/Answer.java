package io.doorstep.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What came back. */
public record Answer(int status, Map<String, List<String>> headers, String body) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{40,}(\\.[A-Za-z0-9_-]{20,})*|[A-Z2-7 ]{26,}");
    private static final Pattern EXPIRES = Pattern.compile("Expires=[^;]*");
    private static final Pattern CSRF = Pattern.compile("(?i)set-cookie: XSRF-TOKEN=[^\n]*\n");
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: \\d+");

    public boolean letIn() {
        return status != 401 && status != 403;
    }

    public boolean failed() {
        return status >= 500;
    }

    public String text() {
        var all = new StringBuilder("HTTP " + status + "\n");
        new TreeMap<>(headers)
                .forEach((name, values) -> values.forEach(
                        value -> all.append(name).append(": ").append(value).append('\n')));
        return all.append('\n').append(body).toString();
    }

    /**
     * The whole answer without what differs between any two requests: what was sent, ids (numbered as they first occur), moments,
     * secrets made at random, and the CSRF cookie.
     */
    public String essence(String... sent) {
        var text = LENGTH.matcher(text()).replaceAll("content-length: LENGTH");
        text = CSRF.matcher(text).replaceAll("");
        text = EXPIRES.matcher(text).replaceAll("Expires=MOMENT");
        for (var one : sent) {
            if (!one.isEmpty()) text = text.replace(one, "SENT");
        }
        var numbers = new HashMap<String, String>();
        text = ID.matcher(text).replaceAll(id -> numbers.computeIfAbsent(id.group(), _ -> "ID" + numbers.size()));
        text = MOMENT.matcher(text).replaceAll("MOMENT");
        return SECRET.matcher(text).replaceAll("SECRET");
    }
}
