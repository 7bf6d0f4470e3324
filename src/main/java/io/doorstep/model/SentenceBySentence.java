package io.doorstep.model;

import java.util.function.Consumer;

/** Hears words as they come and passes on what is whole sentences, each after it was judged. After one that may not be shown, none is. */
final class SentenceBySentence implements Consumer<String> {

    private final Rewording rewording;
    private final Redaction redaction;
    private final Consumer<String> show;
    private final StringBuilder heard = new StringBuilder();
    private int shown;
    private boolean silent;

    SentenceBySentence(Rewording rewording, Redaction redaction, Consumer<String> show) {
        this.rewording = rewording;
        this.redaction = redaction;
        this.show = show;
    }

    @Override
    public void accept(String piece) {
        heard.append(piece);
        var words = redaction.restore(heard.toString());
        var sentences = Rewording.sentences(words);
        // The last one may still be going on.
        var whole = sentences.size() - 1;
        if (silent || whole <= shown) return;
        for (var sentence : sentences.subList(shown, whole)) silent |= !rewording.allows(sentence);
        if (silent) return;
        shown = whole;
        show.accept(String.join(" ", sentences.subList(0, whole)));
    }
}
