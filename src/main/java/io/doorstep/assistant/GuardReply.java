package io.doorstep.assistant;

import io.doorstep.conversation.GuardLog;
import io.doorstep.language.LocalEngine;
import io.doorstep.language.Speech;
import io.doorstep.language.Voice;
import io.doorstep.language.guard.Concern;
import io.doorstep.language.guard.Grounds;
import io.doorstep.language.guard.InputGuard;
import io.doorstep.language.guard.Objection;
import io.doorstep.language.guard.OutputGuard;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The last look at a reply before it is stored. Words that meet an objection give way to the built-in wording; a part of which even that meets one,
 * such as an agency's article that praises an area, gives way to a person's answer. What was stopped on either side is for the log.
 */
final class GuardReply {

    private static final LocalEngine BUILT_IN = new LocalEngine();

    private GuardReply() {}

    /** @param leftToPerson something of the answer was left out, and a person is promised for it */
    record Guarded(String words, List<GuardLog.Line> log, boolean leftToPerson) {}

    static Guarded of(List<Speech> speech, String worded, Voice voice, Heard heard) {
        var log = new ArrayList<GuardLog.Line>();
        heard.pieces().forEach(piece -> log.addAll(concerns(piece)));
        var said = BUILT_IN.phrase(new Speech.Combined(speech), voice);
        var objections = OutputGuard.judge(worded, Grounds.of(said, voice.language()));
        if (objections.isEmpty()) return new Guarded(worded, log, false);
        log.addAll(lines(objections));
        var allowed = speech.stream()
                .map(part -> isAllowed(part, voice) ? part : new Speech.DontKnow())
                .distinct()
                .toList();
        return new Guarded(BUILT_IN.phrase(new Speech.Combined(allowed), voice), log, !allowed.equals(speech));
    }

    private static boolean isAllowed(Speech part, Voice voice) {
        var said = BUILT_IN.phrase(part, voice);
        return OutputGuard.allows(said, Grounds.of(said, voice.language()));
    }

    /** One line for each kind: the log tells what was stopped, not by how many rules. */
    private static List<GuardLog.Line> concerns(Heard.Piece piece) {
        var kinds = EnumSet.noneOf(Concern.Kind.class);
        return InputGuard.judge(piece.message().body()).stream()
                .filter(concern -> kinds.add(concern.kind()))
                .map(concern -> new GuardLog.Line(
                        GuardLog.Side.INPUT,
                        piece.message().id(),
                        concern.kind().name(),
                        concern.quote(),
                        concern.rule()))
                .toList();
    }

    private static List<GuardLog.Line> lines(List<Objection> objections) {
        var kinds = EnumSet.noneOf(Objection.Kind.class);
        return objections.stream()
                .filter(objection -> kinds.add(objection.kind()))
                .map(objection -> new GuardLog.Line(
                        GuardLog.Side.OUTPUT, null, objection.kind().name(), objection.quote(), objection.rule()))
                .toList();
    }
}
