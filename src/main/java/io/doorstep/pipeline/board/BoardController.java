package io.doorstep.pipeline.board;

import io.doorstep.identity.CurrentMember;
import io.doorstep.lead.Source;
import io.doorstep.pipeline.Definition;
import io.doorstep.pipeline.Definitions;
import io.doorstep.pipeline.PipelineKind;
import io.doorstep.pipeline.board.Board.ColumnPage;
import io.doorstep.qualification.Grade;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board and the maps behind it. */
@RestController
@RequestMapping("/api")
@Tag(name = "pipeline")
class BoardController {

    private final ReadBoard boards;
    private final Definitions definitions;
    private final TransactionTemplate transaction;

    BoardController(ReadBoard boards, Definitions definitions, TransactionTemplate transaction) {
        this.boards = boards;
        this.definitions = definitions;
        this.transaction = transaction;
    }

    record PipelineView(
            UUID id,
            PipelineKind kind,
            String name,
            int version,
            List<Board.Stage> stages,
            List<Transition> transitions) {}

    record Transition(String from, String to, List<String> guards) {}

    @GetMapping("/pipelines")
    List<PipelineView> pipelines() {
        return transaction.execute(_ -> definitions.all()).stream()
                .map(BoardController::view)
                .toList();
    }

    @GetMapping("/board")
    Board board(
            @AuthenticationPrincipal CurrentMember me,
            @RequestParam(defaultValue = "BUYER") PipelineKind pipeline,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable Source source,
            @RequestParam(defaultValue = "false") boolean leaking,
            @RequestParam(defaultValue = "false") boolean noAppointment,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "due") BoardQuery.Sort sort) {
        return boards.of(pipeline, BoardQuery.of(me, owner, grade, source, leaking, noAppointment, q, sort), me);
    }

    @GetMapping("/board/{stage}")
    ColumnPage boardColumn(
            @AuthenticationPrincipal CurrentMember me,
            @PathVariable String stage,
            @RequestParam(defaultValue = "BUYER") PipelineKind pipeline,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable Source source,
            @RequestParam(defaultValue = "false") boolean leaking,
            @RequestParam(defaultValue = "false") boolean noAppointment,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "due") BoardQuery.Sort sort,
            @RequestParam(required = false) @Nullable String cursor) {
        var query = BoardQuery.of(me, owner, grade, source, leaking, noAppointment, q, sort);
        return boards.column(pipeline, stage, query, cursor);
    }

    private static PipelineView view(Definition definition) {
        return new PipelineView(
                definition.pipelineId(),
                definition.kind(),
                definition.name(),
                definition.version(),
                ReadBoard.pipeline(definition).stages(),
                definition.transitions().stream()
                        .map(edge -> new Transition(
                                edge.from(),
                                edge.to(),
                                edge.guards().stream().map(Enum::name).toList()))
                        .toList());
    }
}
