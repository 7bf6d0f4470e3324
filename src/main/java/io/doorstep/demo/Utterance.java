package io.doorstep.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A message and the facts in it, with the very words: {@code a {beds=3#3 beds#3 bed} near …}. */
record Utterance(String text, List<Evidence> facts) {

    private static final Pattern MARK = Pattern.compile("\\{([A-Za-z.]+)=(.+?)#(.+?)#([^}]+)}");

    /** {@code text.substring(from, to)} is the quote. @param json the fact's value */
    record Evidence(String key, String json, String display, int from, int to) {}

    static Utterance of(String marked) {
        var text = new StringBuilder();
        var facts = new ArrayList<Evidence>();
        var mark = MARK.matcher(marked);
        var end = 0;
        while (mark.find()) {
            text.append(marked, end, mark.start());
            var from = text.length();
            text.append(mark.group(4));
            facts.add(new Evidence(mark.group(1), mark.group(2), mark.group(3), from, text.length()));
            end = mark.end();
        }
        text.append(marked, end, marked.length());
        return new Utterance(text.toString(), List.copyOf(facts));
    }
}
