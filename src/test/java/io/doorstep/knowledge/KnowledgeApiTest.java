package io.doorstep.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.doorstep.identity.AddMember;
import io.doorstep.identity.Role;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DoorstepTest
class KnowledgeApiTest {

    private static final String URL = "/api/settings/knowledge";

    private static final String PARKING = """
            {"title": "Parking at our office", "questions": ["Where do visitors park?"],
             "body": "Behind the house, off Mill Road.", "language": "en", "active": true}""";

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    AddMember addMember;

    TestAgency agency;
    String token;

    @BeforeEach
    void aSignedInOwner() throws Exception {
        agency = agencies.fresh();
        token = tokenOf(agency.email());
    }

    @Test
    void an_article_is_written_tried_changed_and_removed() throws Exception {
        var id = JsonPath.<String>read(
                send(post(URL), PARKING)
                        .andExpect(status().isCreated())
                        .andExpect(header().string("ETag", "\"1\""))
                        .andExpect(jsonPath("$.updatedBy").value("Olive Owner"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.id");
        tried("where can I park at your office?")
                .andExpect(jsonPath("$.answer.articleId").value(id));

        send(put(URL + "/" + id).header("If-Match", "\"1\""), PARKING.replace("Behind", "In front of"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        tried("where can I park at your office?")
                .andExpect(jsonPath("$.answer.text").value("In front of the house, off Mill Road."));

        send(put(URL + "/" + id).header("If-Match", "\"1\""), PARKING)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:stale-version"))
                .andExpect(jsonPath("$.version").value(2));
        send(delete(URL + "/" + id).header("If-Match", "\"2\""), "").andExpect(status().isNoContent());
        tried("where can I park at your office?").andExpect(jsonPath("$.answer").isEmpty());
        send(delete(URL + "/" + id).header("If-Match", "\"2\""), "").andExpect(status().isNotFound());
    }

    @Test
    void what_is_wrong_with_an_article_is_named() throws Exception {
        send(post(URL), PARKING.replace("\"en\"", "\"fr\""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("language"));
        send(post(URL), PARKING.replace("Behind the house, off Mill Road.", "x".repeat(4001)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("body"));
        send(post(URL), PARKING.replace("Mill", "Mi\\u0000ll"))
                .andExpect(jsonPath("$.body").value("Behind the house, off Mill Road."));
        send(post(URL), PARKING)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("title"));
    }

    @Test
    void a_file_of_articles_goes_out_and_in_again_without_a_change() throws Exception {
        send(post(URL), PARKING).andExpect(status().isCreated());
        var file = send(get(URL + "/export"), "").andReturn().getResponse().getContentAsString();

        send(post(URL + "/import"), file)
                .andExpect(jsonPath("$.added").value(0))
                .andExpect(jsonPath("$.changed").value(0))
                .andExpect(jsonPath("$.unchanged").value(5));
        send(post(URL + "/import"), file.replace("Mill Road", "Canal Lane"))
                .andExpect(jsonPath("$.changed").value(1));

        var other = agencies.fresh();
        token = tokenOf(other.email());
        send(post(URL + "/import"), file).andExpect(jsonPath("$.added").value(1));
    }

    @Test
    void a_new_agency_says_how_its_chat_works_and_nothing_else() throws Exception {
        tried("how do I book a viewing?").andExpect(jsonPath("$.answer.title").value("Booking a viewing in this chat"));
        tried("what are your office hours?").andExpect(jsonPath("$.answer").isEmpty());
    }

    @Test
    void an_agent_reads_and_does_not_write() throws Exception {
        var email = "agent@" + agency.slug() + ".example";
        agency.inScope(() ->
                addMember.add("Abe Agent", email, TestAgencies.PASSWORD, Role.AGENT, ZoneId.of("America/Chicago"), 2));
        token = tokenOf(email);

        send(get(URL), "").andExpect(status().isOk());
        send(post(URL), PARKING).andExpect(status().isForbidden());
        send(post(URL + "/import"), "{\"articles\": []}").andExpect(status().isForbidden());
        send(delete(URL + "/" + agency.owner().memberId()).header("If-Match", "\"1\""), "")
                .andExpect(status().isForbidden());
    }

    private ResultActions tried(String words) throws Exception {
        return send(post(URL + "/try"), "{\"words\": \"%s\", \"language\": \"en\"}".formatted(words))
                .andExpect(status().isOk());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return http.perform(request.header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String tokenOf(String email) throws Exception {
        var answer = http.perform(post("/api/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                        {"email": "%s", "password": "%s", "agency": "%s"}""".formatted(email, TestAgencies.PASSWORD, email.replaceAll(".*@|\\.example", ""))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("accessToken");
        return JsonPath.read(answer, "$.accessToken");
    }
}
