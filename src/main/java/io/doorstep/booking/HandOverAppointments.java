package io.doorstep.booking;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.HandOver;
import io.doorstep.identity.Heirs;
import io.doorstep.identity.Member;
import io.doorstep.identity.Members;
import io.doorstep.pipeline.Actor;
import io.doorstep.platform.Refusal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The appointments to come of a member who leaves. The lead was promised the time, so it stays; who is there then is the lead's new
 * owner, or where they have something else, another one of those who take over.
 */
@Component
class HandOverAppointments implements HandOver {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.US);

    private final JdbcClient db;
    private final Appointments appointments;
    private final Members members;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    HandOverAppointments(
            JdbcClient db,
            Appointments appointments,
            Members members,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.appointments = appointments;
        this.members = members;
        this.clock = clock;
        this.savepoint = new TransactionTemplate(transactions);
        // An overlap aborts only this much.
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public Held heldBy(UUID member) {
        var leads = upcoming(member).stream().map(Appointment::leadId).toList();
        return new Held("appointments to come", leads.size(), new HashSet<>(leads));
    }

    /** @throws io.doorstep.platform.Refused appointments-clash, naming each for which nobody has time */
    @Override
    public void handOver(UUID from, Heirs heirs) {
        var clashes = new ArrayList<String>();
        for (var appointment : upcoming(from)) {
            var taken = Stream.concat(Stream.of(heirs.of(appointment.leadId())), heirs.all().stream())
                    .distinct()
                    .flatMap(heir -> members.find(heir).stream())
                    .anyMatch(heir -> move(appointment, heir));
            if (!taken) {
                clashes.add(WHEN.format(appointment.startsAt().atZone(appointment.zone())));
            }
        }
        if (!clashes.isEmpty()) {
            throw new Refusal.Conflict(
                            "appointments-clash",
                            "Nobody who takes over has time for the appointment on %s. Move or cancel it, or choose somebody else."
                                    .formatted(String.join("; ", clashes)),
                            Map.of("appointments", clashes))
                    .asException();
        }
    }

    private boolean move(Appointment appointment, Member heir) {
        try {
            savepoint.executeWithoutResult(_ -> {
                if (appointments.move(
                                appointment.id(),
                                appointment.version(),
                                heir.id(),
                                appointment.startsAt(),
                                appointment.endsAt(),
                                heir.timeZone())
                        == 1) {
                    appointments.record(
                            appointment.id(),
                            "RESCHEDULED",
                            appointment.startsAt(),
                            Actor.SYSTEM,
                            "Handed over to " + heir.name(),
                            clock.instant());
                }
            });
            return true;
        } catch (DataIntegrityViolationException overlap) {
            if (!String.valueOf(overlap.getMessage()).contains("appointment_no_overlap")) {
                throw overlap;
            }
            return false;
        }
    }

    private List<Appointment> upcoming(UUID member) {
        return db
                .sql("""
                select id from appointment
                 where member_id = :member and status = 'BOOKED' and ends_at > :now
                 order by starts_at
                """)
                .param("member", member)
                .param("now", clock.instant().atOffset(UTC))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .flatMap(id -> appointments.find(id).stream())
                .toList();
    }
}
