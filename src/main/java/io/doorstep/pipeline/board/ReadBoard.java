package io.doorstep.pipeline.board;

import io.doorstep.identity.CurrentMember;
import io.doorstep.pipeline.Definition;
import io.doorstep.pipeline.Definitions;
import io.doorstep.pipeline.Guard;
import io.doorstep.pipeline.PipelineKind;
import io.doorstep.pipeline.board.Board.BoardColumn;
import io.doorstep.pipeline.board.Board.BoardPipeline;
import io.doorstep.pipeline.board.Board.BoardTabs;
import io.doorstep.pipeline.board.Board.BoardTotals;
import io.doorstep.pipeline.board.Board.ColumnPage;
import io.doorstep.pipeline.board.Cards.After;
import io.doorstep.pipeline.board.Cards.Count;
import io.doorstep.pipeline.board.Cards.Placed;
import io.doorstep.platform.Cursor;
import io.doorstep.platform.Page;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The board in three statements, however many deals there are: agency, counts, first cards. */
@Component
class ReadBoard {

    static final int PAGE = 20;

    private final Definitions definitions;
    private final Cards cards;
    private final Agencies agencies;

    ReadBoard(Definitions definitions, Cards cards, Agencies agencies) {
        this.definitions = definitions;
        this.cards = cards;
        this.agencies = agencies;
    }

    @Transactional(readOnly = true)
    Board of(PipelineKind kind, BoardQuery query, CurrentMember me) {
        var definition = definitions.of(kind);
        var counts = cards.counts(definition.pipelineId(), early(definition), query, me.memberId()).stream()
                .collect(Collectors.toMap(Count::stage, Function.identity()));
        var placed = read(definition, openStages(definition), query, After.START).stream()
                .collect(Collectors.groupingBy(one -> one.card().stage()));
        var columns = definition.stages().stream()
                .map(stage -> column(stage, counts.get(stage.key()), placed.getOrDefault(stage.key(), List.of())))
                .toList();
        return new Board(
                pipeline(definition),
                new BoardTotals(
                        columns.stream().mapToInt(BoardColumn::count).sum(),
                        columns.stream().mapToLong(BoardColumn::valueMinor).sum(),
                        agencies.current().currency()),
                new BoardTabs(
                        sum(counts, Count::everything),
                        sum(counts, Count::mine),
                        sum(counts, Count::hotNoAppointment),
                        sum(counts, Count::leaking)),
                columns);
    }

    @Transactional(readOnly = true)
    ColumnPage column(PipelineKind kind, String stage, BoardQuery query, @Nullable String cursor) {
        var definition = definitions.of(kind);
        if (definition.stage(stage).isEmpty())
            throw Refusal.NotFound.of("stage").asException();
        var page = page(read(definition, List.of(stage), query, after(cursor)));
        return new ColumnPage(page.items().stream().map(Placed::card).toList(), page.nextCursor());
    }

    private List<Placed> read(Definition definition, List<String> stages, BoardQuery query, After after) {
        return switch (query.sort()) {
            case due -> cards.byDue(definition.pipelineId(), stages, early(definition), query, after, PAGE + 1);
            case newest, value ->
                cards.byKey(definition.pipelineId(), stages, early(definition), query, after, PAGE + 1);
        };
    }

    private static BoardColumn column(Definition.Stage stage, @Nullable Count count, List<Placed> placed) {
        var page = page(placed);
        return new BoardColumn(
                stage.key(),
                stage.name(),
                stage.kind().name(),
                count == null ? 0 : count.shown(),
                count == null ? 0 : count.valueMinor(),
                page.items().stream().map(Placed::card).toList(),
                page.nextCursor());
    }

    private static Page<Placed> page(List<Placed> oneMore) {
        return Page.of(
                oneMore, PAGE, last -> Cursor.of(last.place(), last.card().id()));
    }

    private static After after(@Nullable String cursor) {
        var parsed = Cursor.parse(cursor, 2);
        if (parsed == null) return After.START;
        try {
            return new After(
                    Long.parseLong(parsed.keys().getFirst()),
                    UUID.fromString(parsed.keys().getLast()));
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.Invalid.field("cursor", "is not one that this list gave; start again without it.")
                    .asException();
        }
    }

    static BoardPipeline pipeline(Definition definition) {
        var stages = definition.stages().stream()
                .map(stage -> new Board.Stage(stage.key(), stage.name(), stage.position(), stage.kind()))
                .toList();
        return new BoardPipeline(definition.pipelineId(), definition.kind().name(), definition.name(), stages);
    }

    private static List<String> openStages(Definition definition) {
        return definition.stages().stream()
                .filter(stage -> !stage.kind().terminal())
                .map(Definition.Stage::key)
                .toList();
    }

    /** The stages of the way before an appointment is set. */
    private static List<String> early(Definition definition) {
        int set = definition.transitions().stream()
                .filter(edge -> edge.guards().contains(Guard.FUTURE_APPOINTMENT))
                .mapToInt(edge -> definition.require(edge.to()).position())
                .min()
                .orElse(0);
        return definition.stages().stream()
                .filter(stage -> stage.kind() == Definition.StageKind.OPEN && stage.position() < set)
                .map(Definition.Stage::key)
                .toList();
    }

    private static int sum(Map<String, Count> counts, ToIntFunction<Count> what) {
        return counts.values().stream().mapToInt(what).sum();
    }
}
