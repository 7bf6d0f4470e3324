package io.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** A score on the lead page: its words, what would raise it, and the grade that a member gives instead. */
@DoorstepTest
class GradeApiTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    @Autowired
    JsonMapper json;

    private Desk desk;
    private String path;

    @BeforeEach
    void a_lead_who_has_written() throws Exception {
        desk = Desk.of(agencies.fresh(), http, db, json);
        path = "/api/leads/" + desk.leadOf(desk.answered(Desk.FIRST_WORDS));
    }

    @Test
    void the_page_says_what_would_raise_the_score_and_keeps_the_machines_grade_beside_the_given_one() throws Exception {
        var before = desk.read(path).path("qualification");
        assertThat(before.path("raises")
                        .valueStream()
                        .map(raise -> raise.path("key").asString()))
                .contains("timeline", "motivation", "contact.phone")
                .doesNotContain("financing", "areas", "beds");
        assertThat(before.path("chance").isNull()).isTrue();
        assertThat(before.path("bands").path("hot").asInt()).isEqualTo(70);

        desk.send(put(path + "/grade"), Map.of("grade", "HOT", "reason", " Bought with us before "))
                .andExpect(status().isNoContent());

        var after = desk.read(path).path("qualification");
        assertThat(after.path("grade").asString()).isEqualTo("HOT");
        assertThat(after.path("machineGrade")).isEqualTo(before.path("machineGrade"));
        assertThat(after.path("score")).isEqualTo(before.path("score"));
        assertThat(after.path("override").path("reason").asString()).isEqualTo("Bought with us before");
        assertThat(after.path("override").path("by").path("name").asString()).isEqualTo("Olive Owner");
        var row = desk.read("/api/leads").path("items").get(0).path("grade");
        assertThat(row.path("byHand").asBoolean()).isTrue();
        assertThat(row.path("grade").asString()).isEqualTo("HOT");

        desk.perform(delete(path + "/grade")).andExpect(status().isNoContent());
        desk.perform(delete(path + "/grade")).andExpect(status().isNoContent());
        assertThat(desk.read(path).path("qualification")).isEqualTo(before);
    }

    @Test
    void a_grade_without_reason_or_with_an_end_in_the_past_is_refused_by_field() throws Exception {
        desk.send(put(path + "/grade"), Map.of("grade", "HOT", "reason", " "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        desk.send(put(path + "/grade"), Map.of("grade", "HOT", "reason", "late", "until", "2001-01-01T00:00:00Z"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("until"));
        desk.send(put(path + "/grade"), Map.of("grade", "LUKEWARM", "reason", "odd"))
                .andExpect(status().is4xxClientError());
        assertThat(desk.number("select count(*) from score_override")).isZero();
    }

    @Test
    void a_lead_of_another_agency_is_not_found() throws Exception {
        var stranger = Desk.of(agencies.fresh(), http, db, json);

        stranger.send(put(path + "/grade"), Map.of("grade", "HOT", "reason", "mine"))
                .andExpect(status().isNotFound());
        stranger.send(put("/api/leads/" + UUID.randomUUID() + "/grade"), Map.of("grade", "HOT", "reason", "mine"))
                .andExpect(status().isNotFound());
    }
}
