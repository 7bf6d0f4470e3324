package io.doorstep.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.booking.AppointmentViews;
import io.doorstep.conversation.Conversations;
import io.doorstep.pipeline.DealMove;
import io.doorstep.pipeline.Deals;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.StoredFact;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The main job, from a visitor's first words at night to an appointment on an agent's calendar, with no configuration. */
@DoorstepTest
class AcceptanceStoryTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Conversations conversations;

    @Autowired
    Facts facts;

    @Autowired
    Deals deals;

    @Autowired
    AppointmentViews appointments;

    @Test
    void a_visitors_chat_becomes_a_booked_appointment_and_a_deal_that_passed_every_stage() {
        var agency = agencies.fresh();
        var visitor = new ChatVisitor(http, agency.siteKey());

        visitor.says("hi, we're looking for a 3 bed near Travis Heights, around 650k, hopefully before school starts,"
                + " we already have a pre-approval");
        assertThat(visitor.messages().getFirst().get("text").asString()).contains("automated assistant");

        visitor.says("our lease ends and we need more space");
        visitor.says("no, not yet");
        visitor.says("Nora Whitfield");
        var offer = visitor.says("512 555 0143");
        var attachment = offer.get("attachment");
        assertThat(attachment.get("type").asString()).isEqualTo("SLOTS");
        var slot = attachment.get("days").get(1).get("slots").get(0);
        var booked =
                visitor.chooses(slot.get("slotId").asString(), slot.get("label").asString());

        assertThat(booked.get("attachment").get("type").asString()).isEqualTo("BOOKED");
        var leadId = leadOf(agency, visitor);
        var known = agency.inScope(() -> facts.current(leadId));
        assertThat(known)
                .extracting(StoredFact::key)
                .contains(
                        "beds",
                        "areas",
                        "price",
                        "timeline",
                        "financing",
                        "motivation",
                        "contact.name",
                        "contact.phone");
        assertThat(known).allSatisfy(fact -> assertThat(fact.quote()).isNotBlank());
        var deal = agency.inTransaction(() -> deals.openOf(leadId)).getFirst();
        assertThat(deal.stage()).isEqualTo("APPOINTMENT_SET");
        assertThat(agency.inTransaction(() -> deals.history(deal.id())))
                .extracting(DealMove::toStage)
                .containsExactly("NEW", "CONTACTED", "QUALIFIED", "APPOINTMENT_SET");
        assertThat(agency.inScope(() -> appointments.ofLead(leadId)))
                .singleElement()
                .satisfies(appointment -> {
                    assertThat(appointment.leadName()).isEqualTo("Nora Whitfield");
                    assertThat(appointment.member().id())
                            .isEqualTo(agency.owner().memberId());
                    assertThat(appointment.startsAt().toInstant().toString())
                            .isEqualTo(java.time.OffsetDateTime.parse(
                                            slot.get("start").asString())
                                    .toInstant()
                                    .toString());
                });
    }

    private UUID leadOf(TestAgencies.TestAgency agency, ChatVisitor visitor) {
        var conversationId =
                UUID.fromString(visitor.conversation().get("conversationId").asString());
        return agency.inScope(() -> conversations.find(conversationId)).leadId();
    }
}
