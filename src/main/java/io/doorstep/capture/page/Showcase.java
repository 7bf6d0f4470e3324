package io.doorstep.capture.page;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The homes that the sample site shows. */
@Component
class Showcase {

    private final JdbcClient db;

    Showcase(JdbcClient db) {
        this.db = db;
    }

    /** @param priceMinor in minor units; to rent, per month */
    record Home(
            UUID id,
            String address,
            String area,
            String offer,
            long priceMinor,
            String currency,
            int beds,
            BigDecimal baths,
            @Nullable Integer squareFeet) {

        public String price() {
            var format = NumberFormat.getCurrencyInstance(Locale.US);
            format.setCurrency(Currency.getInstance(currency));
            format.setMaximumFractionDigits(0);
            return format.format(priceMinor / 100) + (offer.equals("RENT") ? " a month" : "");
        }

        public String size() {
            var size = new StringJoiner(", ");
            size.add(beds == 0 ? "studio" : beds + " bd")
                    .add(baths.stripTrailingZeros().toPlainString() + " ba");
            if (squareFeet != null) {
                size.add("%,d sq ft".formatted(squareFeet));
            }
            return size.toString();
        }
    }

    @Transactional(readOnly = true)
    List<Home> newest(int limit) {
        return db.sql("""
                select id, address, area, offer, price_minor, currency, beds, baths, square_feet
                  from listing
                 where status = 'ACTIVE'
                 order by offer = 'RENT', created_at desc, id
                 limit :limit
                """).param("limit", limit).query(Showcase::home).list();
    }

    private static Home home(ResultSet row, int index) throws SQLException {
        return new Home(
                row.getObject("id", UUID.class),
                row.getString("address"),
                row.getString("area"),
                row.getString("offer"),
                row.getLong("price_minor"),
                row.getString("currency"),
                row.getInt("beds"),
                row.getBigDecimal("baths"),
                row.getObject("square_feet", Integer.class));
    }
}
