package io.doorstep.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Areas: "in San Jose", "near Travis Heights or Zilker", the agency's own area names in any case, or a bare name when just asked.
 * Places are recognised by their position in the sentence, not by a list.
 */
final class Places {

    private static final Pattern LEADS_IN = Pattern.compile(
            "\\b(?:in|en|near|around|inside|within|throughout|close to|next to|towards?|outside|somewhere like|move to|moving to|relocat\\w+ to"
                    + "|(?:area|city|town|region|location|search\\w*) to|(?:area|city|town) (?:of|is|as|should be|would be)|areas? like)"
                    + " (?:the )?(?:(?:city|town|area|region|heart|center|centre|outskirts|neighbou?rhood) of |downtown )?(?:the )?$");

    private static final Pattern LIVES_THERE_NOW = Pattern.compile(
            "\\b(?:(?:currently|now|presently) (?:live|living|rent|renting|based|am|are)|from|grew up|work|working|office|job|vacation|family|friends?)\\b[^.]{0,14}$");

    private static final Set<String> JOINERS = Set.of("or", "and", "&");

    private static final Pattern FILLER_BEFORE = Pattern.compile(
            "^\\W*(?:(?:um+|uh+|hmm+|well|ok|okay|yes|yeah|sure|oh|so|i|i'd|i'm|i am|we|we're"
                    + "|think|guess|maybe|perhaps|would|like|love|want|need|prefer|am|interested|looking|it|to|be|live|stay|find|in|at|let's|try|look|search|please|just|how|what|about|probably"
                    + "|preferably|somewhere|should|must|the|area|city|is|for|around|near|make|anything|something|a|an|apartment|apartments|house|home|place|property|one|located|will|do|go|with|my|choice|only|located|can|you|check|me|use|of)\\b\\W*){1,14}");

    private static final Pattern FILLER_AFTER = Pattern.compile(
            "\\W*\\b(?:please|thanks|thank you|if possible|is|are|would|will|sounds?|works?|area|city|looks?|seems?|'s)\\b.*$|'s\\b.*$");

    private static final Pattern ANYWHERE = Pattern.compile(
            "\\b(?:anywhere|any area|any city|no preference|doesn't matter|don't care|not picky|any place)\\b");

    private static final Pattern THERE = Pattern.compile(
            "\\b(?:(?:in|around|near|within) (?:that|the|this|the same)(?: same)? (?:area|city|location|region|place|neighbou?rhood|town|vicinity)|(?:near|in|around) there|there)\\b");

    private static final Pattern WANTS = Pattern.compile(
            "\\b(?:find|look(?:ing)?|need|want|search|locate|like|get me)\\b.{0,80}\\b(?:apartments?|homes?|houses?|place|residence|property|condo|accommodation)\\b");

    private static final Pattern FROM_WHERE =
            Pattern.compile("\\b(?:at|from|to|of|pick(?:ed)? up|collect(?: it)?) (?:the )?$");

    private static final Pattern SPOT = Pattern.compile("\\b(?:airport|station|terminal|international|hotel|mall)\\b");

    private static final Pattern POSTCODE = Pattern.compile("(?<![\\w$,.-])\\d{5}(?![\\w,.-])");

    private Places() {}

    static void read(Reading reading) {
        if (!reading.aboutHomes()) return;
        knownByTheAgency(reading);
        inSentences(reading);
        if (!reading.has("areas") && reading.heard.asked(Question.AREA)) answer(reading);
        if (!reading.has("areas")) there(reading);
    }

    private static void knownByTheAgency(Reading reading) {
        var names = new LinkedHashSet<String>();
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (var name : reading.context.gazetteer()) {
            int at = wordAt(reading.folded, Fold.of(name).strip());
            if (at < 0) continue;
            names.add(name);
            start = Math.min(start, at);
            end = Math.max(end, at + name.strip().length());
        }
        if (!names.isEmpty()) note(reading, List.copyOf(names), start, end, 0.95);
    }

    private static int wordAt(String folded, String name) {
        if (name.isEmpty()) return -1;
        for (int at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1));
            if (begins && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end)))) return at;
        }
        return -1;
    }

    private static void inSentences(Reading reading) {
        var tokens = reading.tokens;
        for (int first = 1; first < tokens.size(); first++) {
            var token = tokens.get(first);
            var before = reading.folded.substring(Math.max(0, token.start() - 48), token.start());
            if (!LEADS_IN.matcher(before).find()
                    || LIVES_THERE_NOW.matcher(before).find()) continue;
            var sentence = reading.sentenceAt(token.start());
            if (Topic.of(sentence.folded()) == Topic.ELSEWHERE) continue;
            int last = endOfName(tokens, first);
            if (last < first || isAHome(tokens, first, last)) continue;
            var names = new ArrayList<String>();
            names.add(name(reading, first, last));
            int end = last;
            while (end + 2 < tokens.size()
                    && JOINERS.contains(tokens.get(end + 1).folded())
                    && names.size() < 5) {
                boolean alike =
                        tokens.get(end + 2).capitalised() || !token.capitalised() && reading.heard.asked(Question.AREA);
                int next = alike ? endOfName(tokens, end + 2) : -1;
                if (next < end + 2 || isAHome(tokens, end + 2, next)) break;
                names.add(name(reading, end + 2, next));
                end = next;
            }
            double confidence = token.capitalised() ? 0.9 : reading.heard.asked(Question.AREA) ? 0.8 : 0.65;
            note(reading, names, token.start(), endOf(reading, end), confidence);
            first = end;
        }
    }

    /** Index of the name's last token, or one less than {@code first} when no name begins there. */
    private static int endOfName(List<Token> tokens, int first) {
        boolean capitals = tokens.get(first).capitalised();
        int last = first - 1;
        for (int at = first; at < tokens.size() && at < first + 4; at++) {
            var token = tokens.get(at);
            if (at > first && !token.joined()) break;
            if (token.numeric() || token.word().length() == 1) break;
            if (!capitals && token.folded().endsWith("ing")) break;
            boolean plain = Vocabulary.PLAIN.contains(stem(token))
                    || Vocabulary.CALENDAR_WORD.matcher(token.folded()).matches();
            if (plain && !(at > first && isNamePart(token))) break;
            if (capitals && at > first && !token.capitalised()) break;
            last = at;
        }
        return last;
    }

    /** "Union City", "mountain view": a plain word inside a name. */
    private static boolean isNamePart(Token token) {
        return Set.of("city", "park", "front", "view", "place", "house").contains(token.folded());
    }

    private static String stem(Token token) {
        var folded = token.folded();
        return folded.endsWith("'s") && !Vocabulary.PLAIN.contains(folded)
                ? folded.substring(0, folded.length() - 2)
                : folded;
    }

    private static boolean isAHome(List<Token> tokens, int first, int last) {
        if (HomeNames.KINDS.contains(tokens.get(last).folded())) return true;
        return last + 1 < tokens.size()
                && tokens.get(last + 1).joined()
                && HomeNames.SURE_KINDS.contains(tokens.get(last + 1).folded())
                && tokens.get(last + 1).capitalised();
    }

    private static String name(Reading reading, int first, int last) {
        return reading.text.substring(reading.tokens.get(first).start(), endOf(reading, last));
    }

    private static int endOf(Reading reading, int last) {
        var token = reading.tokens.get(last);
        return token.folded().endsWith("'s") ? token.end() - 2 : token.end();
    }

    /** What is left of a short answer when the words around a name are taken away. */
    private static void answer(Reading reading) {
        var postcode = POSTCODE.matcher(reading.folded);
        if (postcode.find()) {
            reading.infer("areas", List.of(postcode.group()), postcode.group(), postcode.start(), postcode.end(), 0.8);
            return;
        }
        for (var sentence : reading.sentences) {
            var any = ANYWHERE.matcher(sentence.folded());
            if (any.find()) {
                reading.infer(
                        "areas",
                        "dontcare",
                        "anywhere",
                        sentence.start() + any.start(),
                        sentence.start() + any.end(),
                        0.8);
                return;
            }
            if (capitalised(reading, sentence) || !sentence.isQuestion() && bare(reading, sentence)) return;
        }
    }

    private static boolean capitalised(Reading reading, Sentence sentence) {
        for (int first = 0; first < reading.tokens.size(); first++) {
            var token = reading.tokens.get(first);
            if (token.start() < sentence.start() || !token.capitalised()) continue;
            if (token.start() >= sentence.end()) return false;
            int last = endOfName(reading.tokens, first);
            if (last < first || isAHome(reading.tokens, first, last)) continue;
            var name = name(reading, first, last);
            reading.infer("areas", List.of(name), name, token.start(), endOf(reading, last), 0.85);
            return true;
        }
        return false;
    }

    /** "An apartment there", "in that area": the place that was spoken of last, whatever the talk was about. */
    private static void there(Reading reading) {
        if (reading.context.known().containsKey("areas")) return;
        var wants = WANTS.matcher(reading.folded);
        if (!wants.find()) return;
        var said = THERE.matcher(reading.folded);
        boolean pointsBack = said.find();
        if (!pointsBack && !turnsToHomes(reading.context.history())) return;
        var place = lastNamed(reading.context.history());
        if (place == null) return;
        int start = pointsBack ? said.start() : wants.start();
        int end = pointsBack ? said.end() : wants.end();
        reading.infer("areas", List.of(place), place, start, end, pointsBack ? 0.7 : 0.6);
    }

    /** After talk of a trip, "I need an apartment too" means where the trip goes. */
    private static boolean turnsToHomes(List<DialogueContext.Turn> history) {
        boolean elsewhere = false;
        for (var turn : history) {
            var topic = Topic.of(Fold.of(turn.text()));
            if (topic == Topic.HOMES) return false;
            elsewhere |= topic == Topic.ELSEWHERE;
        }
        return elsewhere;
    }

    /** A town ("in Oakley", or "Oakley" when asked where) before a spot ("at Oakley Station"). */
    private static @Nullable String lastNamed(List<DialogueContext.Turn> history) {
        int oldest = Math.max(0, history.size() - 24);
        for (int at = history.size() - 1; at >= oldest; at--) {
            var place = lastIn(history.get(at).text(), LEADS_IN);
            if (place == null) place = answerIn(history, at);
            if (place != null && !SPOT.matcher(Fold.of(place)).find()) return place;
        }
        for (int at = history.size() - 1; at >= oldest; at--) {
            var place = lastIn(history.get(at).text(), FROM_WHERE);
            if (place != null) return place;
        }
        return null;
    }

    private static @Nullable String answerIn(List<DialogueContext.Turn> history, int at) {
        if (at == 0
                || history.get(at).speaker() != Speaker.LEAD
                || history.get(at - 1).speaker() == Speaker.LEAD) return null;
        if (!Heard.saying(history.get(at - 1).text()).asked(Question.AREA)) return null;
        var text = history.get(at).text();
        var tokens = Token.of(text);
        for (int first = 0; first < tokens.size(); first++) {
            if (!tokens.get(first).capitalised()) continue;
            int last = endOfName(tokens, first);
            if (last >= first)
                return text.substring(
                        tokens.get(first).start(), tokens.get(last).end());
        }
        return null;
    }

    private static @Nullable String lastIn(String text, Pattern cue) {
        var tokens = Token.of(text);
        var folded = Fold.of(text);
        for (int first = tokens.size() - 1; first > 0; first--) {
            if (!tokens.get(first).capitalised()) continue;
            var before = folded.substring(
                    Math.max(0, tokens.get(first).start() - 48),
                    tokens.get(first).start());
            if (!cue.matcher(before).find()) continue;
            int last = endOfName(tokens, first);
            if (last >= first)
                return text.substring(
                        tokens.get(first).start(), tokens.get(last).end());
        }
        return null;
    }

    private static boolean bare(Reading reading, Sentence sentence) {
        var folded = sentence.folded();
        int from = 0;
        var before = FILLER_BEFORE.matcher(folded);
        if (before.find()) from = before.end();
        var after = FILLER_AFTER.matcher(folded);
        int to = after.find(from) ? after.start() : folded.length();
        int start = sentence.start() + from;
        int end = sentence.start() + to;
        var tokens = reading.tokens;
        int first = 0;
        while (first < tokens.size() && tokens.get(first).start() < start) first++;
        if (first == tokens.size() || tokens.get(first).end() > end) return false;
        int last = endOfName(tokens, first);
        if (last < first || tokens.get(last).end() > end + 2) return false;
        boolean whole = last + 1 == tokens.size()
                || tokens.get(last + 1).start() >= end
                || !tokens.get(last + 1).joined();
        if (!whole && !tokens.get(first).capitalised()) return false;
        reading.infer(
                "areas",
                List.of(name(reading, first, last)),
                name(reading, first, last),
                tokens.get(first).start(),
                endOf(reading, last),
                tokens.get(first).capitalised() ? 0.85 : 0.75);
        return true;
    }

    private static void note(Reading reading, List<String> names, int start, int end, double confidence) {
        reading.note("areas", List.copyOf(names), String.join(", ", names), start, end, confidence);
    }
}
