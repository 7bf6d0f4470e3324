package io.doorstep.tenancy;

import static java.time.ZoneOffset.UTC;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Settings of the agency in scope. Call inside a transaction. */
@Component
public class Agencies {

    private final JdbcClient db;

    Agencies(JdbcClient db) {
        this.db = db;
    }

    public Agency current() {
        return db.sql("""
                select tenant_id, name, slug, site_key, time_zone, currency, accent_hue, assistant_name, allowed_origins, areas,
                       synthetic, version
                  from agency
                """).query(Agencies::agency).single();
    }

    public void add(Agency agency, Instant at) {
        db.sql("""
                insert into agency (name, slug, site_key, time_zone, currency, accent_hue, assistant_name, allowed_origins, areas,
                                    synthetic, created_at)
                values (:name, :slug, :siteKey, :zone, :currency, :hue, :assistant, :origins, :areas, :synthetic, :at)
                on conflict (tenant_id) do nothing
                """)
                .param("name", agency.name())
                .param("slug", agency.slug())
                .param("siteKey", agency.siteKey())
                .param("zone", agency.timeZone().getId())
                .param("currency", agency.currency())
                .param("hue", agency.accentHue())
                .param("assistant", agency.assistantName())
                .param("origins", agency.allowedOrigins().toArray(String[]::new))
                .param("areas", agency.areas().toArray(String[]::new))
                .param("synthetic", agency.synthetic())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Compare-and-set on {@code version}. @return false when someone else changed it meanwhile */
    public boolean change(Agency agency) {
        return db.sql("""
                update agency
                   set name = :name, time_zone = :zone, currency = :currency, accent_hue = :hue, assistant_name = :assistant,
                       allowed_origins = :origins, areas = :areas, version = version + 1
                 where version = :version
                """)
                        .param("name", agency.name())
                        .param("zone", agency.timeZone().getId())
                        .param("currency", agency.currency())
                        .param("hue", agency.accentHue())
                        .param("assistant", agency.assistantName())
                        .param("origins", agency.allowedOrigins().toArray(String[]::new))
                        .param("areas", agency.areas().toArray(String[]::new))
                        .param("version", agency.version())
                        .update()
                == 1;
    }

    public LeadsSeen leadsSeen() {
        return db.sql("select leads_seen from agency").query(LeadsSeen.class).single();
    }

    /** What the agency's agents see, from the next transaction on. @return false when that was so already */
    public boolean show(LeadsSeen leads) {
        return db.sql("""
                update agency
                   set leads_seen = :leads, version = version + 1
                 where leads_seen <> :leads
                """).param("leads", leads.name()).update() == 1;
    }

    private static Agency agency(ResultSet row, int index) throws SQLException {
        return new Agency(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("name"),
                row.getString("slug"),
                row.getString("site_key"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("currency"),
                row.getInt("accent_hue"),
                row.getString("assistant_name"),
                texts(row.getArray("allowed_origins")),
                texts(row.getArray("areas")),
                row.getBoolean("synthetic"),
                row.getInt("version"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
