package io.doorstep.language;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message while it is read: what the readers share, and the facts they have noted so far. */
final class Reading {

    /** Nobody tells a wish in more than this; the rest of a longer message is left unread. */
    static final int LIMIT = 4_000;

    /** As the lead wrote it. */
    final String message;

    /** What is read: the message, or its gloss when it is Spanish. */
    final String text;

    final String folded;
    final DialogueContext context;
    final Heard heard;
    final List<Sentence> sentences;
    final List<Token> tokens;
    final Topic topic;
    private final Map<String, FactProposal> facts = new LinkedHashMap<>();

    Reading(String message, String text, DialogueContext context) {
        this.message = clip(message);
        this.text = clip(text);
        this.folded = Fold.of(this.text);
        this.context = context;
        this.heard = Heard.in(context);
        this.sentences = Sentence.of(folded);
        this.tokens = Token.of(this.text);
        this.topic = Topic.of(folded, context.history());
    }

    static String clip(String text) {
        return text.length() <= LIMIT ? text : text.substring(0, LIMIT);
    }

    boolean aboutHomes() {
        return topic == Topic.HOMES;
    }

    /** "Friday at 5, then. I have dinner after that": a sentence that fits anything goes with the one before it. */
    boolean aboutHomes(int offset) {
        for (int at = sentences.indexOf(sentenceAt(offset)); at >= 0; at--) {
            var topic = Topic.of(sentences.get(at).folded());
            if (topic == Topic.ELSEWHERE && VisitWords.tellsOwnPlans(sentences.get(at))) continue;
            if (topic != null) return topic == Topic.HOMES;
        }
        return Topic.of("", context.history()) == Topic.HOMES;
    }

    /** A few words only, so that a bare number or name can be the whole answer. */
    boolean isShort() {
        return tokens.size() <= 9;
    }

    void note(String key, Object value, String display, int start, int end, double confidence) {
        put(key, value, display, start, end, confidence, false);
    }

    void infer(String key, Object value, String display, int start, int end, double confidence) {
        put(key, value, display, start, end, confidence, true);
    }

    /** What is said later in a message holds; a guess never replaces a statement. */
    private void put(
            String key, Object value, String display, int start, int end, double confidence, boolean fromContext) {
        if (start >= end) return;
        var held = facts.get(key);
        if (held != null && held.confidence() > confidence) return;
        facts.remove(key);
        facts.put(
                key,
                new FactProposal(key, value, display, text.substring(start, end), start, end, confidence, fromContext));
    }

    /** Digits of a phone number or an address are no amounts. */
    boolean holdsContact(int offset) {
        return facts.values().stream()
                .anyMatch(fact -> fact.key().startsWith("contact.") && fact.start() <= offset && offset < fact.end());
    }

    /** The lead sells or lets, by this message or by what was known. */
    boolean isOwner() {
        var intent = has("intent") ? fact("intent") : context.known().get("intent");
        return intent != null && ("sell".equals(intent.value()) || "let".equals(intent.value()));
    }

    boolean has(String key) {
        return facts.containsKey(key);
    }

    @Nullable
    FactProposal fact(String key) {
        return facts.get(key);
    }

    void drop(String key) {
        facts.remove(key);
    }

    Collection<FactProposal> facts() {
        return facts.values();
    }

    /** The words of the sentence before {@code offset}. */
    String before(int offset) {
        return folded.substring(Math.min(offset, sentenceAt(offset).start()), offset);
    }

    /** The words from {@code offset} to the end of the sentence that {@code offset} closes. */
    String after(int offset) {
        return folded.substring(
                offset, Math.max(offset, sentenceAt(Math.max(0, offset - 1)).end()));
    }

    Sentence sentenceAt(int offset) {
        for (var sentence : sentences) if (offset < sentence.end()) return sentence;
        return new Sentence(folded, 0, folded.length());
    }
}
