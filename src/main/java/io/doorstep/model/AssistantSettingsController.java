package io.doorstep.model;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.EntityTag;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Which engine helps the assistant, what it may cost, and what it did. */
@RestController
@Tag(name = "settings")
class AssistantSettingsController {

    private static final int SHOWN_CALLS = 20;

    private final ReadEngineState read;
    private final ChangeModelSetting change;
    private final TestModel testModel;
    private final ModelCalls calls;
    private final Provider provider;

    AssistantSettingsController(
            ReadEngineState read, ChangeModelSetting change, TestModel testModel, ModelCalls calls, Provider provider) {
        this.read = read;
        this.change = change;
        this.testModel = testModel;
        this.calls = calls;
        this.provider = provider;
    }

    /**
     * @param keyEnd the last four characters of the agency's own key; the key itself is never sent
     * @param operatorKey whether calls can be made without one
     * @param budget US cents a month
     * @param spentMicros millionths of a US dollar, this month
     */
    record AssistantSettings(
            Engine engine,
            List<String> models,
            @Nullable String keyEnd,
            boolean operatorKey,
            String providerHost,
            long budget,
            long spentMicros,
            EngineState state,
            int version) {}

    /**
     * @param budget US cents a month
     * @param key null leaves the one that is there
     */
    record AssistantChange(
            @NotNull Engine engine,

            @NotNull @Size(max = 5, message = "takes 5 at most")
            List<
                            @NotNull @Size(max = 120)
                            @Pattern(
                                    regexp = "\\s*[\\w.:/@+-]+\\s*",
                                    message = "is a model's name such as openai/gpt-4o-mini")
                            String>
                    models,

            @Min(0) @Max(100_000_000) long budget,

            @Nullable
            @Size(min = 8, max = 400, message = "has 8 to 400 characters")
            @Pattern(regexp = "[\\x21-\\x7E]+", message = "has no spaces; copy it again")
            String key,

            boolean removeKey) {}

    /** @param costMicros millionths of a US dollar; null: the provider did not say */
    record ModelCallView(
            UUID id,
            Purpose purpose,
            String model,
            @Nullable String provider,
            String prompt,
            @Nullable Integer promptTokens,
            @Nullable Integer completionTokens,
            @Nullable Long costMicros,
            int latencyMillis,
            Outcome outcome,
            Instant at) {

        static ModelCallView of(ModelCall call) {
            return new ModelCallView(
                    call.id(),
                    call.purpose(),
                    call.model(),
                    call.provider(),
                    call.prompt(),
                    call.promptTokens(),
                    call.completionTokens(),
                    call.costMicros(),
                    call.latencyMillis(),
                    call.outcome(),
                    call.at());
        }
    }

    /** @param state why nothing was called, where nothing was */
    record ModelTest(boolean answered, EngineState state) {}

    @GetMapping("/api/settings/assistant")
    ResponseEntity<AssistantSettings> assistantSettings() {
        return answer(read.current());
    }

    @PutMapping("/api/settings/assistant")
    ResponseEntity<AssistantSettings> updateAssistant(
            @AuthenticationPrincipal CurrentMember current,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody AssistantChange wanted) {
        current.requireAdmin();
        return answer(change.to(
                current.tenant(),
                new ChangeModelSetting.Wanted(
                        wanted.engine(),
                        wanted.models(),
                        wanted.budget(),
                        wanted.key(),
                        wanted.removeKey(),
                        EntityTag.version(ifMatch))));
    }

    /** The newest first. */
    @GetMapping("/api/settings/assistant/calls")
    @Transactional(readOnly = true)
    List<ModelCallView> modelCalls() {
        return calls.latest(SHOWN_CALLS).stream().map(ModelCallView::of).toList();
    }

    /** Calls a model once, with what is saved; the call stands in the list of calls. */
    @PostMapping("/api/settings/assistant/test")
    ModelTest testModel(@AuthenticationPrincipal CurrentMember current) {
        current.requireAdmin();
        return new ModelTest(testModel.run(), read.current().state());
    }

    @GetMapping("/api/assistant/engine")
    EngineState assistantEngine() {
        return read.current().state();
    }

    private ResponseEntity<AssistantSettings> answer(ReadEngineState.Chosen chosen) {
        var setting = chosen.setting();
        return ResponseEntity.ok()
                .eTag(EntityTag.of(setting.version()))
                .body(new AssistantSettings(
                        setting.engine(),
                        setting.models(),
                        setting.keyEnd(),
                        provider.key().isPresent(),
                        provider.host(),
                        setting.budgetMinor(),
                        chosen.spentMicros(),
                        chosen.state(),
                        setting.version()));
    }
}
