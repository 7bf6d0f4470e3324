package io.doorstep.booking;

import static java.time.ZoneOffset.UTC;

import io.doorstep.pipeline.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of appointments and of what happened to them. */
@Component
class Appointments {

    private final JdbcClient db;

    Appointments(JdbcClient db) {
        this.db = db;
    }

    /** False when the member has something else at that time. Waits for a booking that is about to be committed. */
    boolean add(Appointment appointment, boolean synthetic) {
        var added = db.sql("""
                        insert into appointment (id, lead_id, deal_id, member_id, listing_id, kind, place, starts_at, ends_at, time_zone,
                                                 status, version, synthetic, created_at)
                        values (:id, :leadId, :dealId, :memberId, :listingId, :kind, :place, :startsAt, :endsAt, :zone,
                                :status, :version, :synthetic, :createdAt)
                        on conflict on constraint appointment_no_overlap do nothing
                        """)
                .param("id", appointment.id())
                .param("leadId", appointment.leadId())
                .param("dealId", appointment.dealId())
                .param("memberId", appointment.memberId())
                .param("listingId", appointment.listingId())
                .param("kind", appointment.kind().name())
                .param("place", appointment.place())
                .param("startsAt", appointment.startsAt().atOffset(UTC))
                .param("endsAt", appointment.endsAt().atOffset(UTC))
                .param("zone", appointment.zone().getId())
                .param("status", appointment.status().name())
                .param("version", appointment.version())
                .param("synthetic", synthetic)
                .param("createdAt", appointment.createdAt().atOffset(UTC))
                .update();
        return added == 1;
    }

    Optional<Appointment> find(UUID id) {
        return db.sql("""
                        select id, version, lead_id, deal_id, member_id, listing_id, kind, place, starts_at, ends_at, time_zone, status,
                               created_at
                          from appointment
                         where id = :id
                        """).param("id", id).query(Appointments::appointment).optional();
    }

    /** The next one that is still to come. */
    Optional<Appointment> nextOf(UUID leadId, Instant now) {
        return db.sql("""
                        select id, version, lead_id, deal_id, member_id, listing_id, kind, place, starts_at, ends_at, time_zone, status,
                               created_at
                          from appointment
                         where lead_id = :leadId
                           and status = 'BOOKED'
                           and starts_at > :now
                         order by starts_at
                         limit 1
                        """)
                .param("leadId", leadId)
                .param("now", now.atOffset(UTC))
                .query(Appointments::appointment)
                .optional();
    }

    Optional<Appointment> bookedAt(UUID leadId, UUID memberId, Instant startsAt) {
        return db.sql("""
                        select id, version, lead_id, deal_id, member_id, listing_id, kind, place, starts_at, ends_at, time_zone, status,
                               created_at
                          from appointment
                         where lead_id = :leadId
                           and member_id = :memberId
                           and starts_at = :startsAt
                           and status = 'BOOKED'
                        """)
                .param("leadId", leadId)
                .param("memberId", memberId)
                .param("startsAt", startsAt.atOffset(UTC))
                .query(Appointments::appointment)
                .optional();
    }

    /** @return rows changed; throws on an overlap, so run it under a savepoint. */
    int move(UUID id, int version, UUID memberId, Instant startsAt, Instant endsAt, ZoneId zone) {
        return db.sql("""
                        update appointment
                           set member_id = :memberId, starts_at = :startsAt, ends_at = :endsAt, time_zone = :zone, version = version + 1
                         where id = :id
                           and version = :version
                           and status = 'BOOKED'
                        """)
                .param("id", id)
                .param("version", version)
                .param("memberId", memberId)
                .param("startsAt", startsAt.atOffset(UTC))
                .param("endsAt", endsAt.atOffset(UTC))
                .param("zone", zone.getId())
                .update();
    }

    int settle(UUID id, int version, Appointment.Status status, @Nullable String note) {
        return db.sql("""
                        update appointment
                           set status = :status, note = coalesce(:note::text, note), version = version + 1
                         where id = :id
                           and version = :version
                           and status = 'BOOKED'
                        """)
                .param("id", id)
                .param("version", version)
                .param("status", status.name())
                .param("note", note)
                .update();
    }

    /** The appointment's row is locked by the change that this records, so the sequence has no gap and no double. */
    void record(UUID id, String kind, Instant startsAt, Actor actor, @Nullable String reason, Instant now) {
        db.sql("""
                        insert into appointment_change (appointment_id, seq, kind, starts_at, actor, member_id, reason, at)
                        select :id, coalesce(max(seq), 0) + 1, :kind, :startsAt, :actor, :memberId, :reason, :now
                          from appointment_change
                         where appointment_id = :id
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("startsAt", startsAt.atOffset(UTC))
                .param("actor", actor.kind().name())
                .param("memberId", actor.memberId())
                .param("reason", reason)
                .param("now", now.atOffset(UTC))
                .update();
    }

    boolean tookPlace(UUID leadId) {
        return db.sql("""
                        select exists (select from appointment where lead_id = :leadId and status = 'COMPLETED')
                        """).param("leadId", leadId).query(Boolean.class).single();
    }

    private static Appointment appointment(ResultSet row, int index) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("lead_id", UUID.class),
                row.getObject("deal_id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getObject("listing_id", UUID.class),
                Appointment.Kind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("time_zone")),
                Appointment.Status.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
