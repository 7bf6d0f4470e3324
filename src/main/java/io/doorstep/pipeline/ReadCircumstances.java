package io.doorstep.pipeline;

import io.doorstep.qualification.Facts;
import io.doorstep.qualification.Scorecard;
import io.doorstep.tenancy.Agencies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what the guards of a deal may look at, in the caller's transaction. */
@Component
class ReadCircumstances {

    private record Person(boolean written, boolean reachable) {}

    private final JdbcClient db;
    private final Facts facts;
    private final Appointments appointments;
    private final Agencies agencies;
    private final Clock clock;

    ReadCircumstances(JdbcClient db, Facts facts, Appointments appointments, Agencies agencies, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.appointments = appointments;
        this.agencies = agencies;
        this.clock = clock;
    }

    Circumstances of(Deal deal, MoveExtras extras) {
        var person = person(deal.leadId());
        return new Circumstances(
                person.written,
                facts.missing(deal.leadId()).stream().map(Scorecard.Need::label).toList(),
                person.reachable,
                appointments.next(deal.leadId()).isPresent(),
                appointments.tookPlace(deal.leadId()),
                extras.confirmed(),
                extras.valueMinor() == null ? deal.valueMinor() : extras.valueMinor(),
                extras.expectedClose() == null ? deal.expectedClose() : extras.expectedClose(),
                extras.lostReason(),
                extras.nurtureUntil(),
                LocalDate.ofInstant(clock.instant(), agencies.current().timeZone()));
    }

    private Person person(UUID leadId) {
        return db.sql("""
                select l.last_outbound_at is not null as written,
                       exists (select from contact_point c
                                where c.tenant_id = l.tenant_id and c.lead_id in (l.id, l.folded_into)) as reachable
                  from lead l
                 where l.id = :lead
                """).param("lead", leadId).query(Person.class).single();
    }
}
