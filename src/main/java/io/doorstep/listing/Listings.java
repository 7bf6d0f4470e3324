package io.doorstep.listing;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The agency's homes. Whatever is sold, pending or withdrawn is never found here. Every read needs a transaction in the tenant's scope. */
@Component
public class Listings {

    /** So many are weighed by their must-haves. */
    private static final int RANKED = 200;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Listings(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Homes that fit, those in the wished areas and of the wished kinds only; most must-haves, then the best use of the budget first. */
    public List<Listing> matching(Wishes wishes, int limit) {
        var fitting = db.sql("""
                        select id, name, address, area, offer, property_type, price_minor, currency, beds, baths, square_feet, features,
                               details
                          from listing
                         where status = 'ACTIVE'
                           and offer = :offer
                           and (:maxPrice::bigint is null or price_minor <= :maxPrice::bigint * 105 / 100)
                           and (:minBeds::int is null or beds >= :minBeds)
                           and (:minBaths::int is null or baths >= :minBaths)
                           and (cardinality(:areas::text[]) = 0
                                or exists (select from unnest(:areas::text[]) as wished
                                            where strpos(lower(area), wished) > 0
                                               or strpos(wished, lower(area)) > 0
                                               or strpos(lower(address), wished) > 0
                                               or strpos(wished, lower(details ->> 'city')) > 0
                                               or strpos(wished, lower(details ->> 'postalCode')) > 0))
                           and (cardinality(:types::text[]) = 0 or property_type = any (:types::text[]))
                         order by abs(beds - coalesce(:minBeds::int, beds)), price_minor desc, id
                         limit :limit
                        """)
                .param("offer", wishes.offered().name())
                .param("maxPrice", wishes.maxPriceMinor())
                .param("minBeds", wishes.minBeds())
                .param("minBaths", wishes.minBaths())
                .param("areas", wishes.areas().stream().map(Listings::folded).toArray(String[]::new))
                .param("types", wishes.propertyTypes().stream().map(Enum::name).toArray(String[]::new))
                .param("limit", RANKED)
                .query(this::listing)
                .list();
        return fitting.stream()
                .sorted(Comparator.comparingInt((Listing home) -> MustHave.met(home, wishes.mustHaves()))
                        .reversed())
                .limit(limit)
                .toList();
    }

    /** The one home that goes by this name or address, the closest first; empty when none or only something else fits. */
    public Optional<Listing> named(String words) {
        var wanted = folded(words);
        if (wanted.length() < 3) return Optional.empty();
        return db.sql("""
                        select id, name, address, area, offer, property_type, price_minor, currency, beds, baths, square_feet, features,
                               details
                          from listing
                         where status = 'ACTIVE'
                           and (strpos(lower(name), :wanted) > 0 or strpos(:wanted, lower(name)) > 0
                                or strpos(lower(address), :wanted) > 0 or strpos(:wanted, lower(address)) > 0)
                         order by lower(name) <> :wanted, lower(address) <> :wanted, length(name) desc, id
                         limit 1
                        """).param("wanted", wanted).query(this::listing).optional();
    }

    public Optional<Listing> find(UUID id) {
        return db.sql("""
                        select id, name, address, area, offer, property_type, price_minor, currency, beds, baths, square_feet, features,
                               details
                          from listing
                         where id = :id
                           and status = 'ACTIVE'
                        """).param("id", id).query(this::listing).optional();
    }

    /** Whether it may still be shown and visited: a home that went pending since it was offered may not. */
    public boolean stillOffered(UUID id) {
        return db.sql("select exists (select from listing where id = :id and status = 'ACTIVE')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Names on offer, so that they are understood when a lead says one. */
    public List<String> names(int limit) {
        return db.sql("""
                        select name
                          from listing
                         where status = 'ACTIVE'
                         order by created_at desc, id
                         limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    /** Areas that have a home on offer. */
    public List<String> areas() {
        return db.sql("""
                        select distinct area
                          from listing
                         where status = 'ACTIVE'
                         order by area
                         limit 500
                        """).query((row, _) -> row.getString("area")).list();
    }

    public void add(Listing listing, boolean synthetic) {
        db.sql("""
                        insert into listing (id, name, address, area, offer, property_type, price_minor, currency, beds, baths,
                                             square_feet, features, details, synthetic, created_at)
                        values (:id, :name, :address, :area, :offer, :propertyType, :priceMinor, :currency, :beds, :baths,
                                :squareFeet, :features, :details::jsonb, :synthetic, :now)
                        """)
                .param("id", listing.id())
                .param("name", listing.name())
                .param("address", listing.address())
                .param("area", listing.area())
                .param("offer", listing.offer().name())
                .param("propertyType", listing.propertyType().name())
                .param("priceMinor", listing.priceMinor())
                .param("currency", listing.currency())
                .param("beds", listing.beds())
                .param("baths", listing.baths())
                .param("squareFeet", listing.squareFeet())
                .param("features", listing.features().toArray(String[]::new))
                .param("details", json.writeValueAsString(listing.details()))
                .param("synthetic", synthetic)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    private Listing listing(ResultSet row, int index) throws SQLException {
        return new Listing(
                row.getObject("id", UUID.class),
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
    }

    private static String folded(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }
}
