package io.doorstep.knowledge;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts an article into what can be said at once: whole sentences of one paragraph, as many as fit. */
final class Passages {

    static final int LONGEST = 400;

    enum Kind {
        TITLE,
        QUESTION,
        BODY
    }

    record Passage(Kind kind, String text) {}

    private Passages() {}

    static List<Passage> of(ArticleText article) {
        var passages = new ArrayList<Passage>();
        passages.add(new Passage(Kind.TITLE, article.title()));
        article.questions().forEach(question -> passages.add(new Passage(Kind.QUESTION, question)));
        body(article).forEach(text -> passages.add(new Passage(Kind.BODY, text)));
        return passages;
    }

    private static List<String> body(ArticleText article) {
        var passages = new ArrayList<String>();
        for (var paragraph : article.body().split("\\n\\s*\\n")) {
            String open = null;
            for (var sentence : sentences(paragraph, article.language())) {
                if (open != null && open.length() + 1 + sentence.length() > LONGEST) {
                    passages.add(open);
                    open = null;
                }
                open = joined(open, sentence);
            }
            if (open != null) passages.add(open);
        }
        return passages;
    }

    private static String joined(@Nullable String open, String sentence) {
        return open == null ? sentence : open + " " + sentence;
    }

    private static List<String> sentences(String paragraph, String language) {
        var text = paragraph.strip().replaceAll("\\s+", " ");
        var boundaries = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        boundaries.setText(text);
        var sentences = new ArrayList<String>();
        for (int from = 0, to = boundaries.next(); to != BreakIterator.DONE; from = to, to = boundaries.next()) {
            var sentence = text.substring(from, to).strip();
            if (!sentence.isEmpty()) sentences.add(sentence);
        }
        return sentences;
    }
}
