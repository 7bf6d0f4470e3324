package io.doorstep.listing.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DoorstepTest
class InventoryApiTest {

    private static final String URL = "/api/settings/listings";

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    TestAgency agency;
    String token;

    @BeforeEach
    void aSignedInOwnerWithHomes() throws Exception {
        agency = agencies.fresh();
        token = JsonPath.read(
                http.perform(post("/api/token")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("""
                                {"email": "%s", "password": "%s", "agency": "%s"}""".formatted(agency.email(), TestAgencies.PASSWORD, agency.slug())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.accessToken");
        var csv = new StringBuilder("ListingKey,StandardStatus,PropertyType,PropertySubType,ListPrice,BedroomsTotal,"
                + "BathroomsTotalInteger,UnparsedAddress,City\n");
        IntStream.rangeClosed(1, 120)
                .forEach(n -> csv.append("K%03d,%s,%s,Apartment,%d,2,1,%d Canal Street,Austin%n"
                        .formatted(
                                n,
                                n % 10 == 0 ? "Pending" : "Active",
                                n % 2 == 0 ? "Residential Lease" : "",
                                1000 + n,
                                n)));
        send(post(URL + "/import")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(csv.toString()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(120));
    }

    @Test
    void the_list_is_paged_filtered_and_counted() throws Exception {
        var seen = new HashSet<String>();
        String cursor = "";
        do {
            var page = body(send(get(URL).param("cursor", cursor)));
            seen.addAll(JsonPath.<java.util.List<String>>read(page, "$.items[*].key"));
            cursor = JsonPath.read(page, "$.nextCursor");
        } while (cursor != null);
        assertThat(seen).hasSize(120);

        send(get(URL).param("status", "PENDING").param("offer", "RENT"))
                .andExpect(jsonPath("$.items.length()").value(12))
                .andExpect(jsonPath("$.counts.active").value(48))
                .andExpect(jsonPath("$.counts.pending").value(12));
        send(get(URL).param("q", "K00")).andExpect(jsonPath("$.items.length()").value(9));
        send(get(URL).param("q", "K00\0"))
                .andExpect(jsonPath("$.items.length()").value(9));
        send(get(URL).param("q", "100% _'"))
                .andExpect(jsonPath("$.items.length()").value(0));
        send(get(URL).param("cursor", "bm90IG9uZQ")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_status_changes_once_per_version() throws Exception {
        var id = JsonPath.<String>read(body(send(get(URL).param("q", "K001"))), "$.items[0].id");

        changed(id, "PENDING", 1)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        changed(id, "SOLD", 1)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.version").value(2));
        changed("0199a000-0000-7000-8000-000000000000", "SOLD", 1).andExpect(status().isNotFound());
    }

    @Test
    void a_file_that_is_too_large_or_none_is_refused() throws Exception {
        send(post(URL + "/import/preview")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(new byte[20 * 1024 * 1024 + 1]))
                .andExpect(status().isContentTooLarge());
        send(post(URL + "/import/preview")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(new byte[0]))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("file"));
    }

    @Test
    void the_export_is_a_file_of_all_homes() throws Exception {
        assertThat(body(send(get(URL + "/export"))).lines()).hasSize(121);
    }

    @Test
    void another_agencys_homes_are_not_there() throws Exception {
        var id = JsonPath.<String>read(body(send(get(URL).param("q", "K001"))), "$.items[0].id");
        aSignedInOwnerWithHomes();

        changed(id, "SOLD", 1).andExpect(status().isNotFound());
    }

    private ResultActions changed(String id, String status, int version) throws Exception {
        return send(put(URL + "/" + id + "/status")
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"status\": \"" + status + "\"}"));
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header("Authorization", "Bearer " + token));
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
