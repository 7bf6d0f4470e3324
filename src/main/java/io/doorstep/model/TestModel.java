package io.doorstep.model;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** One small call with what is saved, so that whoever set it up sees that it works. Counts against the budget like any other. */
@Component
class TestModel {

    private final AskModel askModel;
    private final ReadAccess readAccess;
    private final ReadEngineState read;
    private final ModelTurns turns;

    TestModel(AskModel askModel, ReadAccess readAccess, ReadEngineState read, ModelTurns turns) {
        this.askModel = askModel;
        this.readAccess = readAccess;
        this.read = read;
        this.turns = turns;
    }

    /** Outside of any transaction: it waits for a provider. @return whether one of the models answered */
    boolean run() {
        var access = readAccess.of(read.current().setting());
        var request = new CallModel.Request(Prompt.TEST, "Are you there?", null, null);
        var question = new AskModel.Question<>(Purpose.TEST, request, Optional::of, Outcome.UNREADABLE);
        return access.flatMap(with -> askModel.ask(question, with, turns.current()))
                .isPresent();
    }
}
