package io.doorstep.pipeline;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.Role;
import io.doorstep.lead.ContactKind;
import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.platform.Ids;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.NewFact;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestConfiguration(proxyBeanMethods = false)
class PipelineScene {

    @Bean
    @Primary
    FakeAppointments fakeAppointments(Clock clock) {
        return new FakeAppointments(clock);
    }

    @Bean
    Scene scene(
            TestAgencies agencies,
            JdbcClient db,
            Leads leads,
            Facts facts,
            OpenDeal openDeal,
            FakeAppointments appointments,
            Ids ids,
            Clock clock) {
        return new Scene(agencies, db, leads, facts, openDeal, appointments, ids, clock);
    }

    /** Sets scenes through the real use cases; call inside an agency's transaction. */
    record Scene(
            TestAgencies agencies,
            JdbcClient db,
            Leads leads,
            Facts facts,
            OpenDeal openDeal,
            FakeAppointments appointments,
            Ids ids,
            Clock clock) {

        UUID anyLead() {
            return leads.create(NewLead.anonymous(Source.WEB_CHAT));
        }

        Deal anyDeal() {
            return openDeal.forLead(anyLead(), PipelineKind.BUYER, Actor.ASSISTANT);
        }

        void written(UUID lead) {
            leads.touchOutbound(lead, clock.instant());
        }

        void reachable(UUID lead) {
            leads.addContact(lead, ContactKind.EMAIL, "lead-%s@example.com".formatted(lead));
        }

        void known(UUID lead, UUID member) {
            facts.apply(
                    lead,
                    null,
                    List.of(
                            NewFact.byHand("intent", "buy", "Buy", member),
                            NewFact.byHand("areas", List.of("Zilker"), "Zilker", member),
                            NewFact.byHand(
                                    "price",
                                    Map.of("min", 65_000_000, "max", 65_000_000, "currency", "USD"),
                                    "$650,000",
                                    member)));
        }

        void booked(UUID lead) {
            appointments.book(lead, clock.instant().plusSeconds(86_400));
        }

        /** A colleague of the agency's owner; call outside a transaction. */
        Actor colleague(TestAgency agency, Role role) {
            var user = agencies.fresh().owner().userId();
            var id = ids.next();
            agency.inTransaction(() -> db.sql("""
                            insert into member (id, user_id, name, email, role, time_zone, created_at)
                            values (:id, :user, 'Colleague', 'colleague@example.com', :role, 'UTC', :now)
                            """)
                    .param("id", id)
                    .param("user", user)
                    .param("role", role.name())
                    .param("now", clock.instant().atOffset(UTC))
                    .update());
            return Actor.member(id, role);
        }

        static Actor owner(TestAgency agency) {
            return Actor.member(agency.owner());
        }
    }
}
