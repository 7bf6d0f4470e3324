package io.doorstep.capture.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DoorstepTest
class PublicPagesTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    TestAgency agency;

    @BeforeEach
    void found() {
        agency = agencies.fresh();
    }

    @Test
    void a_form_without_a_script_becomes_a_lead_with_the_consents_that_were_ticked() throws Exception {
        http.perform(form().param("name", "Nora Whitfield")
                        .param("email", "Nora@Example.com")
                        .param("intent", "BUY")
                        .param("message", "A 3 bed with a yard")
                        .param("consentEmail", "yes"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/c/" + agency.slug() + "/thanks"));

        assertThat(row("select name, source from lead"))
                .containsEntry("name", "Nora Whitfield")
                .containsEntry("source", "FORM");
        assertThat(row("select kind, value from contact_point")).containsEntry("value", "nora@example.com");
        assertThat(row("select channel, granted from consent"))
                .containsEntry("channel", "EMAIL")
                .containsEntry("granted", true);
        assertThat(row("select body from message where author = 'LEAD'"))
                .containsEntry("body", "I would like to buy a home.\nA 3 bed with a yard");
        assertThat(row("select outcome from touch")).containsEntry("outcome", "NEW_LEAD");
        http.perform(get("/c/" + agency.slug() + "/thanks")).andExpect(status().isOk());
    }

    @Test
    void the_same_page_sent_twice_is_one_lead() throws Exception {
        var page = http.perform(get("/c/" + agency.slug()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var id = Pattern.compile("name=\"form\" value=\"([^\"]+)\"").matcher(page);
        assertThat(id.find()).isTrue();

        for (var time = 0; time < 2; time++) {
            http.perform(form().param("form", id.group(1)).param("phone", "512 555 0173"))
                    .andExpect(status().isSeeOther());
        }

        assertThat(count("lead")).isEqualTo(1);
        assertThat(count("touch")).isEqualTo(1);
    }

    @Test
    void a_form_that_can_not_be_answered_comes_back_with_what_was_written_and_no_box_ticked() throws Exception {
        http.perform(form().param("name", "Nora <b>")
                        .param("email", "not an address")
                        .param("intent", "SELL")
                        .param("message", "My house")
                        .param("consentSms", "yes"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Not sent yet")))
                .andExpect(content().string(containsString("The e-mail is not an e-mail address")))
                .andExpect(content().string(containsString("value=\"Nora &lt;b&gt;\"")))
                .andExpect(content().string(containsString("My house")))
                .andExpect(content().string(containsString("value=\"SELL\" checked")))
                .andExpect(content().string(not(containsString("value=\"yes\" checked"))));

        assertThat(count("touch")).isZero();
    }

    @Test
    void a_form_without_an_address_or_with_a_novel_names_the_field() throws Exception {
        http.perform(form().param("message", "x".repeat(4001)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Give an e-mail address or a phone number")))
                .andExpect(content().string(containsString("Shorten this by 1 characters")));
    }

    @Test
    void a_robot_is_thanked_and_makes_no_lead() throws Exception {
        http.perform(form().param("email", "robot@example.com").param("website", "https://spam.example"))
                .andExpect(status().isSeeOther());

        assertThat(count("lead")).isZero();
        assertThat(row("select outcome, rejection from touch"))
                .containsEntry("outcome", "REJECTED")
                .containsEntry("rejection", "honeypot");
    }

    @Test
    void first_content_and_consent_wording_need_no_script() throws Exception {
        http.perform(get("/c/" + agency.slug()).param("intent", "rent"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tell us what you are looking for")))
                .andExpect(content().string(containsString("Reply STOP to end")))
                .andExpect(content().string(containsString("value=\"RENT\" checked")))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")));
    }

    @Test
    void the_chat_shows_its_greeting_at_once_and_is_framed_by_the_agencys_sites_only() throws Exception {
        agency.inTransaction(() -> db.sql("update agency set allowed_origins = :origins")
                .param("origins", new String[] {"https://harbor.example", "https://x.example; script-src *"})
                .update());

        http.perform(get("/chat/" + agency.siteKey()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(agency.settings().name() + "&#39;s automated assistant")))
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        org.hamcrest.Matchers.allOf(
                                                containsString("script-src 'self';"),
                                                org.hamcrest.Matchers.endsWith(
                                                        "frame-ancestors 'self' https://harbor.example; require-trusted-types-for 'script'; trusted-types 'none'"))));
    }

    @Test
    void the_loader_learns_name_and_colour_and_an_unknown_key_is_a_problem() throws Exception {
        http.perform(get("/chat/" + agency.siteKey() + "/launcher").header("Origin", "https://anywhere.example"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value(agency.settings().name()))
                .andExpect(jsonPath("$.hue").value(agency.settings().accentHue()))
                .andExpect(header().string("Access-Control-Allow-Origin", "*"));
        http.perform(get("/chat/site_00000000000000000000/launcher"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:unknown-site-key"));
    }

    @Test
    void links_that_lead_nowhere_and_the_sample_site_of_a_real_agency_say_the_same() throws Exception {
        var nowhere = http.perform(get("/c/no-such-agency"))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();

        for (var path : new String[] {
            "/demo/" + agency.slug(), "/demo/no-such-agency", "/chat/site_nope", "/c/no-such-agency/thanks"
        }) {
            http.perform(get(path))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(nowhere));
        }
    }

    @Test
    void the_sample_site_of_a_synthetic_agency_shows_its_homes_and_the_widget() throws Exception {
        agency.inTransaction(() -> {
            db.sql("update agency set synthetic = true, areas = '{Zilker,Bouldin}'")
                    .update();
            db.sql("""
                    insert into listing (id, name, address, area, offer, property_type, price_minor, currency, beds, baths, synthetic, created_at)
                    values (gen_random_uuid(), 'Alta', '2104 Alta Vista Ave', 'Zilker', 'SALE', 'HOUSE', 64900000, 'USD', 3, 2.5, true, now())
                    """).update();
        });

        http.perform(get("/demo/" + agency.slug()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("$649,000")))
                .andExpect(content().string(containsString("3 bd, 2.5 ba")))
                .andExpect(content().string(containsString("data-site=\"" + agency.siteKey() + "\"")));
    }

    @Test
    void the_accent_is_a_style_sheet_of_one_rule() throws Exception {
        http.perform(get("/public/accent/200.css"))
                .andExpect(status().isOk())
                .andExpect(content().string(":root{--accent-h:200}"));
        http.perform(get("/public/accent/red.css")).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder form() {
        return post("/c/" + agency.slug());
    }

    private Map<String, Object> row(String sql) {
        return agency.inTransaction(() -> db.sql(sql).query().singleRow());
    }

    private long count(String table) {
        return agency.inTransaction(() -> switch (table) {
            case "lead" -> db.sql("select count(*) from lead").query(Long.class).single();
            case "touch" ->
                db.sql("select count(*) from touch").query(Long.class).single();
            default -> throw new IllegalArgumentException(table);
        });
    }
}
