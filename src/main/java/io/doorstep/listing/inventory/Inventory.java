package io.doorstep.listing.inventory;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.doorstep.listing.Listing;
import io.doorstep.listing.ListingDetails;
import io.doorstep.listing.Wishes;
import io.doorstep.platform.Columns;
import io.doorstep.platform.Cursor;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The agency's listings of every status. Call inside a transaction. */
@Component
class Inventory {

    private static final int PAGE = 50;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    Inventory(JdbcClient db, JsonMapper json, Ids ids, Clock clock) {
        this.db = db;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param words part of name, address, area or key, in lower case; empty is anything */
    record Filter(String words, @Nullable Status status, Wishes.@Nullable Offered offer) {}

    record Stored(UUID id, FeedListing listing, int version) {}

    /** The newest first. @param before the last id seen */
    Page<Stored> page(Filter filter, @Nullable UUID before) {
        var rows = db.sql("""
                        select id, listing_key, status, name, address, area, offer, property_type, price_minor, currency, beds, baths,
                               square_feet, features, details, version
                          from listing
                         where (:status::text is null or status = :status)
                           and (:offer::text is null or offer = :offer)
                           and strpos(lower(concat_ws(' ', name, address, area, listing_key)), :words) > 0
                           and (:before::uuid is null or id < :before::uuid)
                         order by id desc
                         limit :limit
                        """)
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("offer", filter.offer() == null ? null : filter.offer().name())
                .param("words", filter.words())
                .param("before", before)
                .param("limit", PAGE + 1)
                .query(this::stored)
                .list();
        return Page.of(rows, PAGE, row -> Cursor.of(row.id()));
    }

    /** How many there are of each status, whatever status is looked at. */
    Map<Status, Integer> counts(Filter filter) {
        var counts = new EnumMap<Status, Integer>(Status.class);
        db.sql("""
                        select status, count(*)
                          from listing
                         where (:offer::text is null or offer = :offer)
                           and strpos(lower(concat_ws(' ', name, address, area, listing_key)), :words) > 0
                         group by status
                        """)
                .param("offer", filter.offer() == null ? null : filter.offer().name())
                .param("words", filter.words())
                .query((row, _) -> counts.put(Status.valueOf(row.getString("status")), row.getInt("count")))
                .list();
        return counts;
    }

    List<Stored> all() {
        return db.sql("""
                        select id, listing_key, status, name, address, area, offer, property_type, price_minor, currency, beds, baths,
                               square_feet, features, details, version
                          from listing
                         order by id desc
                        """).query(this::stored).list();
    }

    Optional<Stored> find(UUID id) {
        return db.sql("""
                        select id, listing_key, status, name, address, area, offer, property_type, price_minor, currency, beds, baths,
                               square_feet, features, details, version
                          from listing
                         where id = :id
                        """).param("id", id).query(this::stored).optional();
    }

    /** Those of these keys that are there already, as they stand. */
    Map<String, FeedListing> byKeys(Collection<String> keys) {
        return db.sql("""
                        select id, listing_key, status, name, address, area, offer, property_type, price_minor, currency, beds, baths,
                               square_feet, features, details, version
                          from listing
                         where listing_key = any (:keys)
                        """).param("keys", keys.toArray(String[]::new)).query(this::stored).list().stream()
                .map(Stored::listing)
                .collect(Collectors.toMap(FeedListing::key, Function.identity()));
    }

    /** New keys are added, known ones changed; in one order, so that two imports can't wait for each other. */
    void put(List<FeedListing> listings) {
        db.sql("""
                        insert into listing (id, listing_key, status, name, address, area, offer, property_type, price_minor, currency, beds,
                                             baths, square_feet, features, details, created_at)
                        select id, listing_key, status, name, address, area, offer, property_type, price_minor, currency, beds,
                               baths, square_feet, array(select jsonb_array_elements_text(features)), details, :now
                          from jsonb_to_recordset(:rows::jsonb)
                               as feed (id uuid, listing_key text, status text, name text, address text, area text, offer text,
                                        property_type text, price_minor bigint, currency text, beds int, baths numeric, square_feet int,
                                        features jsonb, details jsonb)
                         order by listing_key
                            on conflict (tenant_id, listing_key) do update
                           set status = excluded.status, name = excluded.name, address = excluded.address, area = excluded.area,
                               offer = excluded.offer, property_type = excluded.property_type, price_minor = excluded.price_minor,
                               currency = excluded.currency, beds = excluded.beds, baths = excluded.baths,
                               square_feet = excluded.square_feet, features = excluded.features, details = excluded.details,
                               version = listing.version + 1, updated_at = excluded.created_at
                        """)
                .param(
                        "rows",
                        json.writeValueAsString(listings.stream()
                                .map(listing -> new NewRow(ids.next(), listing))
                                .toList()))
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    private record NewRow(UUID id, @JsonUnwrapped FeedListing listing) {}

    /** Compare-and-set on {@code version}. @return false when someone else changed it meanwhile */
    boolean setStatus(UUID id, Status status, int version) {
        return db.sql("""
                        update listing
                           set status = :status, version = version + 1, updated_at = :now
                         where id = :id
                           and version = :version
                        """)
                        .param("status", status.name())
                        .param("now", clock.instant().atOffset(UTC))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private Stored stored(ResultSet row, int index) throws SQLException {
        var listing = new FeedListing(
                row.getString("listing_key"),
                Status.valueOf(row.getString("status")),
                row.getString("name"),
                row.getString("address"),
                row.getString("area"),
                Wishes.Offered.valueOf(row.getString("offer")),
                Listing.PropertyType.valueOf(row.getString("property_type")),
                row.getLong("price_minor"),
                row.getString("currency"),
                row.getInt("beds"),
                row.getBigDecimal("baths"),
                row.getObject("square_feet", Integer.class),
                List.of((String[]) row.getArray("features").getArray()),
                json.readValue(row.getString("details"), ListingDetails.class));
        return new Stored(Columns.uuid(row, "id"), listing, row.getInt("version"));
    }
}
