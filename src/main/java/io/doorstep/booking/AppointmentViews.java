package io.doorstep.booking;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.MemberRef;
import io.doorstep.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads appointments for screens, with the names of who meets whom and where. */
@Component
@Transactional(readOnly = true)
public class AppointmentViews {

    private final JdbcClient db;
    private final Clock clock;

    AppointmentViews(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @throws io.doorstep.platform.Refused not-found */
    public AppointmentView find(UUID id) {
        return db.sql("""
                        select a.id, a.version, a.lead_id, n.display_name as lead_name, a.deal_id, a.member_id, m.name as member_name, m.colour,
                               a.kind, a.place, l.name as listing_name, a.starts_at, a.ends_at, a.time_zone, a.status,
                               a.status = 'BOOKED' and a.ends_at < :now as outcome_missing, a.created_at
                          from appointment a
                          join lead_name n on n.lead_id = a.lead_id
                          join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
                          left join listing l on l.tenant_id = a.tenant_id and l.id = a.listing_id
                         where a.id = :id
                        """)
                .param("id", id)
                .param("now", clock.instant().atOffset(UTC))
                .query(AppointmentViews::view)
                .optional()
                .orElseThrow(() -> Refusal.NotFound.of("appointment").asException());
    }

    /** Of one lead, the newest first. */
    public List<AppointmentView> ofLead(UUID leadId) {
        return db.sql("""
                        select a.id, a.version, a.lead_id, n.display_name as lead_name, a.deal_id, a.member_id, m.name as member_name, m.colour,
                               a.kind, a.place, l.name as listing_name, a.starts_at, a.ends_at, a.time_zone, a.status,
                               a.status = 'BOOKED' and a.ends_at < :now as outcome_missing, a.created_at
                          from appointment a
                          join lead_name n on n.lead_id = a.lead_id
                          join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
                          left join listing l on l.tenant_id = a.tenant_id and l.id = a.listing_id
                         where a.lead_id = :leadId
                         order by a.starts_at desc, a.id
                        """)
                .param("leadId", leadId)
                .param("now", clock.instant().atOffset(UTC))
                .query(AppointmentViews::view)
                .list();
    }

    /** Everyone's that start in the window, in order of time. */
    List<AppointmentView> between(Instant from, Instant until) {
        return db.sql("""
                        select a.id, a.version, a.lead_id, n.display_name as lead_name, a.deal_id, a.member_id, m.name as member_name, m.colour,
                               a.kind, a.place, l.name as listing_name, a.starts_at, a.ends_at, a.time_zone, a.status,
                               a.status = 'BOOKED' and a.ends_at < :now as outcome_missing, a.created_at
                          from appointment a
                          join lead_name n on n.lead_id = a.lead_id
                          join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
                          left join listing l on l.tenant_id = a.tenant_id and l.id = a.listing_id
                         where a.starts_at >= :from
                           and a.starts_at < :until
                         order by a.starts_at, a.id
                         limit 5000
                        """)
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("now", clock.instant().atOffset(UTC))
                .query(AppointmentViews::view)
                .list();
    }

    private static AppointmentView view(ResultSet row, int index) throws SQLException {
        var zone = ZoneId.of(row.getString("time_zone"));
        return new AppointmentView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("lead_id", UUID.class),
                row.getString("lead_name"),
                row.getObject("deal_id", UUID.class),
                new MemberRef(
                        row.getObject("member_id", UUID.class), row.getString("member_name"), row.getInt("colour")),
                Appointment.Kind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getString("listing_name"),
                at(row, "starts_at", zone),
                at(row, "ends_at", zone),
                zone.getId(),
                Appointment.Status.valueOf(row.getString("status")),
                row.getBoolean("outcome_missing"),
                at(row, "created_at", zone));
    }

    private static OffsetDateTime at(ResultSet row, String column, ZoneId zone) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(zone)
                .toOffsetDateTime();
    }
}
