package io.doorstep.listing.inventory;

import io.doorstep.listing.inventory.ImportReport.Effect;
import io.doorstep.listing.inventory.ImportReport.SampleRow;
import io.doorstep.tenancy.Agencies;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes listings out of a file by their key: new ones are added, known ones changed, and the same file a second time changes nothing. A bad
 * row loses no other. Homes that the file does not name stay as they are. Reading needs no connection; writing goes in batches.
 */
@Component
class ImportListings {

    private static final int BATCH = 500;
    private static final int MOST_PROBLEMS = 200;
    private static final int SAMPLE = 20;

    private final ListingFile file;
    private final Inventory inventory;
    private final Agencies agencies;
    private final TransactionTemplate transaction;

    ImportListings(ListingFile file, Inventory inventory, Agencies agencies, TransactionTemplate transaction) {
        this.file = file;
        this.inventory = inventory;
        this.agencies = agencies;
        this.transaction = transaction;
    }

    /** What {@link #take} would do now. */
    ImportReport preview(byte[] bytes) {
        return run(bytes, false);
    }

    ImportReport take(byte[] bytes) {
        return run(bytes, true);
    }

    private record Reading(List<FeedListing> listings, List<RowProblem> problems, int refused) {}

    private ImportReport run(byte[] bytes, boolean write) {
        var content = file.read(bytes);
        var currency = transaction.execute(_ -> agencies.current().currency());
        var reading = read(content.rows(), currency);
        var effects = new EnumMap<Effect, Integer>(Effect.class);
        var sample = new ArrayList<SampleRow>();
        for (int from = 0; from < reading.listings().size(); from += BATCH) {
            var batch =
                    reading.listings().subList(from, Math.min(reading.listings().size(), from + BATCH));
            transaction.execute(_ -> weigh(batch, write)).forEach((listing, effect) -> {
                effects.merge(effect, 1, Integer::sum);
                if (sample.size() < SAMPLE) sample.add(sample(listing, effect));
            });
        }
        var shown = reading.problems()
                .subList(0, Math.min(MOST_PROBLEMS, reading.problems().size()));
        return new ImportReport(
                content.rows().size(),
                effects.getOrDefault(Effect.ADDED, 0),
                effects.getOrDefault(Effect.CHANGED, 0),
                effects.getOrDefault(Effect.UNCHANGED, 0),
                reading.refused(),
                List.copyOf(shown),
                reading.problems().size() - shown.size(),
                ReadListing.unused(content.columns()),
                sample);
    }

    private static Reading read(List<FileRow> rows, String currency) {
        var byKey = new LinkedHashMap<String, FeedListing>();
        var firstRow = new LinkedHashMap<String, Integer>();
        var problems = new ArrayList<RowProblem>();
        var refused = 0;
        for (var row : rows) {
            var result = ReadListing.of(row, currency);
            problems.addAll(result.problems());
            if (result.listing().isEmpty()) {
                refused++;
                continue;
            }
            var listing = result.listing().get();
            var before = firstRow.putIfAbsent(listing.key(), row.number());
            if (before == null) {
                byKey.put(listing.key(), listing);
            } else {
                refused++;
                problems.add(new RowProblem(
                        row.number(),
                        "ListingKey",
                        listing.key(),
                        "is also in row %d, which counts; remove one of them.".formatted(before),
                        true));
            }
        }
        return new Reading(List.copyOf(byKey.values()), problems, refused);
    }

    private Map<FeedListing, Effect> weigh(List<FeedListing> batch, boolean write) {
        var known = inventory.byKeys(batch.stream().map(FeedListing::key).toList());
        var effects = new LinkedHashMap<FeedListing, Effect>();
        for (var listing : batch) {
            var before = known.get(listing.key());
            effects.put(
                    listing,
                    before == null ? Effect.ADDED : before.equals(listing) ? Effect.UNCHANGED : Effect.CHANGED);
        }
        var different = batch.stream()
                .filter(listing -> effects.get(listing) != Effect.UNCHANGED)
                .toList();
        if (write && !different.isEmpty()) inventory.put(different);
        return effects;
    }

    private static SampleRow sample(FeedListing listing, Effect effect) {
        return new SampleRow(
                listing.key(), listing.name(), listing.priceMinor(), listing.currency(), listing.status(), effect);
    }
}
