package io.doorstep.pipeline.board;

import io.doorstep.pipeline.Definition;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The board as one answer: sums over all that the filters show, and the first cards of each column. */
record Board(BoardPipeline pipeline, BoardTotals totals, BoardTabs tabs, List<BoardColumn> columns) {

    record BoardPipeline(UUID id, String kind, String name, List<Stage> stages) {}

    record Stage(String key, String name, int position, Definition.StageKind kind) {}

    record BoardTotals(int count, long valueMinor, String currency) {}

    /** Over the whole pipeline, whatever the filters. */
    record BoardTabs(int all, int mine, int hotNoAppointment, int leaking) {}

    /** Closed stages are columns to drop on; their deals are not on the board. */
    record BoardColumn(
            String stage,
            String name,
            String kind,
            int count,
            long valueMinor,
            List<DealCard> cards,
            @Nullable String nextCursor) {}

    record ColumnPage(List<DealCard> cards, @Nullable String nextCursor) {}
}
