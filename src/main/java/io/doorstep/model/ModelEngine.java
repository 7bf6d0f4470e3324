package io.doorstep.model;

import dev.langchain4j.model.chat.request.json.JsonSchema;
import io.doorstep.language.DialogueContext;
import io.doorstep.language.Intent;
import io.doorstep.language.LanguageEngine;
import io.doorstep.language.LocalEngine;
import io.doorstep.language.Speech;
import io.doorstep.language.Understanding;
import io.doorstep.language.Voice;
import io.doorstep.language.guard.Concern;
import io.doorstep.language.guard.InputGuard;
import io.doorstep.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built-in engine with a model's help where the agency wants it. The built-in engine reads and words first, always; its result stands
 * wherever the model is off, late, over budget, broken or wrong. So safety, opt-out and offers never depend on a model.
 */
@Component
class ModelEngine implements LanguageEngine {

    private static final Logger log = LoggerFactory.getLogger(ModelEngine.class);
    private static final JsonSchema UNDERSTANDING = JsonShape.of("understanding", Proposals.class);
    private static final int EARLIER_TURNS = 6;
    private static final int LONGEST_READ = 4_000;

    private final LanguageEngine local = new LocalEngine();
    private final ModelTurns turns;
    private final ReadAccess readAccess;
    private final AskModel askModel;
    private final ReplyDrafts drafts;
    private final JsonMapper json;

    ModelEngine(ModelTurns turns, ReadAccess readAccess, AskModel askModel, ReplyDrafts drafts, JsonMapper json) {
        this.turns = turns;
        this.readAccess = readAccess;
        this.askModel = askModel;
        this.drafts = drafts;
        this.json = json;
    }

    @Override
    public Understanding understand(String text, DialogueContext context) {
        var understood = local.understand(text, context);
        if (!mayHelp(text, understood)) return understood;
        try {
            return help(text, context, understood).orElse(understood).groundedIn(text);
        } catch (RuntimeException failed) {
            log.warn("the model could not help to understand", failed);
            return understood;
        }
    }

    @Override
    public String phrase(Speech speech, Voice voice) {
        var draft = local.phrase(speech, voice);
        if (!Rewordable.is(speech) || TenantScope.find().isEmpty()) return draft;
        try {
            return reworded(speech, draft, voice).orElse(draft);
        } catch (RuntimeException failed) {
            log.warn("the model could not help to word", failed);
            return draft;
        }
    }

    /**
     * Who opts out or takes an offer has been understood; no model is needed, and none is told. Nor is it of words that try to give it orders:
     * they are read by the built-in engine, which takes none.
     */
    private static boolean mayHelp(String text, Understanding understood) {
        return TenantScope.find().isPresent()
                && !text.isBlank()
                && understood.accepted() == null
                && !understood.intents().contains(Intent.OPT_OUT)
                && !understood.intents().contains(Intent.SPAM)
                && InputGuard.judge(text).stream().noneMatch(concern -> concern.kind() == Concern.Kind.INJECTION);
    }

    private Optional<Understanding> help(String text, DialogueContext context, Understanding understood) {
        var turn = turns.current();
        var access = turn.access(readAccess::current).orElse(null);
        if (access == null) return Optional.empty();
        var redaction = new Redaction(names(context, understood));
        var request = new CallModel.Request(Prompt.UNDERSTAND, question(text, context, redaction), UNDERSTANDING, null);
        var question = new AskModel.Question<>(
                Purpose.UNDERSTAND, request, words -> proposals(redaction.restore(words)), Outcome.UNREADABLE);
        return askModel.ask(question, access, turn)
                .map(said -> MergeReadings.of(
                        understood,
                        ReadProposals.of(said, text, context.today(), context.currency()),
                        ReadProposals.asked(said, text)));
    }

    private static List<String> names(DialogueContext context, Understanding understood) {
        var names = new ArrayList<String>();
        var known = context.known().get("contact.name");
        if (known != null) names.add(String.valueOf(known.value()));
        understood.facts().stream()
                .filter(fact -> fact.key().equals("contact.name"))
                .forEach(fact -> names.add(String.valueOf(fact.value())));
        return names;
    }

    /** JSON keeps the lead's words apart from everything else, whatever is in them. */
    private String question(String text, DialogueContext context, Redaction redaction) {
        var history = context.history();
        var earlier = history.subList(Math.max(0, history.size() - EARLIER_TURNS), history.size()).stream()
                .map(said -> new Said(said.speaker().name(), redaction.hide(clipped(said.text()))))
                .toList();
        var content = new LinkedHashMap<String, Object>();
        content.put("today", context.today().toString());
        content.put("currency", context.currency());
        content.put("earlier", earlier);
        content.put("message", redaction.hide(clipped(text)));
        return json.writeValueAsString(content);
    }

    private record Said(String by, String text) {}

    private static String clipped(String text) {
        return text.length() <= LONGEST_READ ? text : text.substring(0, LONGEST_READ);
    }

    private Optional<Proposals> proposals(String words) {
        try {
            return Optional.ofNullable(json.readValue(words, Proposals.class)).filter(JsonShape::fits);
        } catch (JacksonException notTheShape) {
            return Optional.empty();
        }
    }

    private Optional<String> reworded(Speech speech, String draft, Voice voice) {
        var rewording = new Rewording(draft, voice.language(), Prompt.WORD);
        if (!rewording.worthwhile()) return Optional.empty();
        var turn = turns.current();
        var access = turn.access(readAccess::current).orElse(null);
        if (access == null) return Optional.empty();
        var redaction = new Redaction(Rewordable.names(speech));
        var content = new LinkedHashMap<String, Object>();
        content.put("language", voice.language().tag());
        content.put("draft", redaction.hide(draft));
        var shown = new SentenceBySentence(rewording, redaction, words -> {
            if (turn.conversationId() != null) drafts.show(turn.conversationId(), words);
        });
        var request = new CallModel.Request(Prompt.WORD, json.writeValueAsString(content), null, shown);
        return askModel.ask(
                new AskModel.Question<>(
                        Purpose.WORD,
                        request,
                        words -> Optional.of(redaction.restore(words).strip()).filter(rewording::keeps),
                        Outcome.UNFIT),
                access,
                turn);
    }
}
