package io.doorstep.booking;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.doorstep.tenancy.BeyondSight;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of working hours, and of who is free when. */
@Component
class Availability {

    /** Bookings that began earlier than this before a window cannot reach into it: none is longer than 8 hours. */
    private static final Duration LONGEST = Duration.ofHours(8);

    private final JdbcClient db;
    private final BeyondSight beyondSight;

    Availability(JdbcClient db, BeyondSight beyondSight) {
        this.db = db;
        this.beyondSight = beyondSight;
    }

    record Hours(UUID memberId, DayOfWeek weekday, LocalTime opens, LocalTime closes, ZoneId zone) {}

    private record Taken(UUID memberId, Span span) {}

    /** One agenda for each active member that has working hours. */
    List<Agenda> agendas(Collection<UUID> members, Span window) {
        // A colleague's time is taken whoever the lead is; of whom, is not said.
        var busy = beyondSight.ask(() -> taken(window)).stream()
                .collect(groupingBy(Taken::memberId, mapping(Taken::span, toList())));
        return hours().stream()
                .filter(hours -> members.isEmpty() || members.contains(hours.memberId()))
                .collect(groupingBy(Hours::memberId))
                .entrySet()
                .stream()
                .map(entry -> agenda(entry.getKey(), entry.getValue(), busy.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static Agenda agenda(UUID memberId, List<Hours> hours, List<Span> busy) {
        var shifts = hours.stream()
                .map(each -> new Shift(each.weekday(), each.opens(), each.closes()))
                .toList();
        return new Agenda(memberId, hours.getFirst().zone(), shifts, busy);
    }

    List<Hours> hours() {
        return db.sql("""
                        select hours.member_id, hours.weekday, hours.opens, hours.closes, member.time_zone
                          from working_hours hours
                          join member on member.tenant_id = hours.tenant_id and member.id = hours.member_id
                         where member.status = 'ACTIVE'
                         order by hours.member_id, hours.weekday, hours.opens
                        """)
                .query((row, index) -> new Hours(
                        row.getObject("member_id", UUID.class),
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    private List<Taken> taken(Span window) {
        return db.sql("""
                        select member_id, starts_at, ends_at
                          from appointment
                         where status <> 'CANCELLED'
                           and starts_at > :from
                           and starts_at < :until
                        """)
                .param("from", window.from().minus(LONGEST).atOffset(UTC))
                .param("until", window.until().plus(LONGEST).atOffset(UTC))
                .query((row, index) -> new Taken(
                        row.getObject("member_id", UUID.class),
                        new Span(
                                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant())))
                .list();
    }

    /** Empty for whoever is no active member. */
    Optional<ZoneId> zoneOf(UUID memberId) {
        return db.sql("""
                        select time_zone
                          from member
                         where id = :memberId
                           and status = 'ACTIVE'
                        """)
                .param("memberId", memberId)
                .query(String.class)
                .optional()
                .map(ZoneId::of);
    }

    void forget(UUID memberId) {
        db.sql("""
                        delete from working_hours
                         where member_id = :memberId
                        """).param("memberId", memberId).update();
    }

    void add(UUID memberId, Shift shift) {
        db.sql("""
                        insert into working_hours (member_id, weekday, opens, closes)
                        values (:memberId, :weekday, :opens, :closes)
                        on conflict do nothing
                        """)
                .param("memberId", memberId)
                .param("weekday", shift.weekday().getValue())
                .param("opens", shift.opens())
                .param("closes", shift.closes())
                .update();
    }
}
