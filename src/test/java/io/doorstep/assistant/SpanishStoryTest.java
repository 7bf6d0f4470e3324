package io.doorstep.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.booking.AppointmentViews;
import io.doorstep.conversation.Conversations;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.lead.ConsentWording;
import io.doorstep.pipeline.Deals;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.StoredFact;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** The main job in Spanish, from a visitor's first words to an appointment, over an agency that has set up nothing for it. */
@DoorstepTest
class SpanishStoryTest {

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
    void a_spanish_chat_becomes_a_booked_appointment_with_the_leads_own_words_as_evidence() {
        var agency = agencies.fresh();
        var visitor = new ChatVisitor(http, agency.siteKey());

        var first = visitor.says("Hola, buscamos casa de 3 recámaras cerca de Travis Heights, alrededor de 650 mil,"
                + " antes de que empiecen las clases, ya tenemos una preaprobación");
        assertThat(text(first))
                .startsWith("Hola, soy el asistente automático de ")
                .contains("3 habitaciones");

        var offer = untilSlots(visitor, first);
        var slot = offer.get("attachment").get("days").get(1).get("slots").get(0);
        assertThat(slot.get("label").asString()).containsPattern("[ap]\\.\\h?m\\.");
        var booked =
                visitor.chooses(slot.get("slotId").asString(), slot.get("label").asString());

        assertThat(booked.get("attachment").get("type").asString()).isEqualTo("BOOKED");
        assertThat(text(booked)).contains("está reservada para");
        assertThat(visitor.messages().stream()
                        .filter(message -> message.get("author").asString().equals("ASSISTANT"))
                        .skip(1)
                        .map(SpanishStoryTest::text))
                .noneMatch(words -> words.matches("(?i).*\\b(?:the|you|your|would|what)\\b.*"));
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
                        "contact.phone",
                        "contact.language");
        assertThat(known)
                .filteredOn(fact -> fact.key().equals("timeline"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.quote()).isEqualTo("antes de que empiecen las clases");
                    assertThat(fact.display()).isEqualTo("before school starts");
                });
        assertThat(agency.inTransaction(() -> deals.openOf(leadId)).getFirst().stage())
                .isEqualTo("APPOINTMENT_SET");
        assertThat(agency.inScope(() -> appointments.ofLead(leadId)))
                .singleElement()
                .satisfies(appointment -> assertThat(appointment.leadName()).isEqualTo("Nora Valdés"));
    }

    /** Answers by what is asked, since the agency orders its questions. */
    private static JsonNode untilSlots(ChatVisitor visitor, JsonNode first) {
        var heard = first;
        for (int turn = 0; turn < 12 && !isSlots(heard); turn++) {
            heard = visitor.says(answer(text(heard)));
            var attachment = heard.get("attachment");
            if (attachment != null && "CONSENT".equals(type(attachment))) {
                var wording = ConsentWording.inSpanish(ConsentChannel.SMS, "x");
                assertThat(attachment.get("wordingVersion").asInt()).isEqualTo(wording.version());
                assertThat(attachment.get("wording").asString()).contains("mensajes de texto");
            }
        }
        assertThat(isSlots(heard)).as(text(heard)).isTrue();
        return heard;
    }

    private static String answer(String asked) {
        if (asked.contains("nombre")) return "Nora Valdés";
        if (asked.contains("teléfono")) return "mi cel es 512 555 0143";
        if (asked.contains("agente")) return "no, todavía no";
        if (asked.contains("mudarse?")) return "se nos vence el contrato y necesitamos más espacio";
        if (asked.contains("comprar")) return "comprar";
        return "sí, claro";
    }

    @Test
    void a_lead_who_wants_no_more_messages_is_left_alone_in_spanish() {
        var agency = agencies.fresh();
        var visitor = new ChatVisitor(http, agency.siteKey());
        visitor.says("Hola, quiero rentar un departamento");

        assertThat(text(visitor.says("ya no me escriban más"))).contains("no le escribirá más");
    }

    @Test
    void an_unsafe_question_is_declined_in_spanish() {
        var visitor = new ChatVisitor(http, agencies.fresh().siteKey());

        assertThat(text(visitor.says("Hola, ¿es segura la zona de Zilker?"))).contains("No puedo calificar zonas");
    }

    private static boolean isSlots(JsonNode message) {
        var attachment = message.get("attachment");
        return attachment != null && "SLOTS".equals(type(attachment));
    }

    private static String type(JsonNode attachment) {
        return attachment.isNull() ? "" : attachment.get("type").asString();
    }

    private static String text(JsonNode message) {
        return message.get("text").asString();
    }

    private UUID leadOf(TestAgencies.TestAgency agency, ChatVisitor visitor) {
        var conversationId =
                UUID.fromString(visitor.conversation().get("conversationId").asString());
        return agency.inScope(() -> conversations.find(conversationId)).leadId();
    }
}
