package io.doorstep.assistant;

import io.doorstep.booking.Slot;
import io.doorstep.language.Offer;
import io.doorstep.language.Speech;
import io.doorstep.question.Known;
import io.doorstep.question.QuestionPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A situation of which a test says only what matters: by default a lead in the middle of a talk who said nothing and is not known. */
final class Scene {

    static final Situation.Said NOTHING =
            new Situation.Said(Set.of(), List.of(), null, false, false, false, false, false, false);

    private boolean opening;
    private Speech.@Nullable WelcomeBack back;
    private Known known = new Known(Map.of(), false, false);
    private @Nullable String handoverWord;
    private boolean consentOpen;
    private boolean hasAppointment;
    private Situation.Said said = NOTHING;
    private @Nullable Slot chosen;
    private List<Offer> offers = List.of();
    private Memory memory = Memory.NONE;

    Scene opening(boolean first) {
        opening = first;
        return this;
    }

    Scene back(Speech.WelcomeBack welcome) {
        back = welcome;
        return this;
    }

    Scene known(Known facts) {
        known = facts;
        return this;
    }

    Scene handoverWord(String word) {
        handoverWord = word;
        return this;
    }

    Scene consentOpen(boolean open) {
        consentOpen = open;
        return this;
    }

    Scene hasAppointment(boolean has) {
        hasAppointment = has;
        return this;
    }

    Scene said(Situation.Said words) {
        said = words;
        return this;
    }

    Scene chosen(Slot slot) {
        chosen = slot;
        return this;
    }

    Scene offers(List<Offer> onTable) {
        offers = onTable;
        return this;
    }

    Scene memory(Memory noted) {
        memory = noted;
        return this;
    }

    Situation situation() {
        return new Situation(
                opening,
                back,
                QuestionPlan.standard(),
                known,
                List.of(),
                handoverWord,
                consentOpen,
                false,
                hasAppointment,
                said,
                chosen,
                offers,
                List.of(),
                null,
                memory);
    }
}
