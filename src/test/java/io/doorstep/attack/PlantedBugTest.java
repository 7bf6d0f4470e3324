package io.doorstep.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.identity.CurrentMember;
import io.doorstep.platform.Refusal;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A suite that can't go red proves nothing: the mistakes that people make, made on purpose, and seen. */
@DoorstepTest
class PlantedBugTest {

    @Autowired
    WebApplicationContext rooms;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping dispatcher;

    private final Careless careless = new Careless();
    private final List<RequestMappingInfo> planted = new java.util.ArrayList<>();

    @BeforeEach
    void plant() throws NoSuchMethodException {
        var options = dispatcher.getBuilderConfiguration();
        for (var method : Careless.class.getDeclaredMethods()) {
            var get = method.getAnnotation(GetMapping.class);
            var post = method.getAnnotation(PostMapping.class);
            if (get == null && post == null) continue;
            var paths = get == null ? post.value() : get.value();
            var verb = get == null
                    ? org.springframework.web.bind.annotation.RequestMethod.POST
                    : org.springframework.web.bind.annotation.RequestMethod.GET;
            var info = RequestMappingInfo.paths(paths)
                    .methods(verb)
                    .options(options)
                    .build();
            dispatcher.registerMapping(info, careless, method);
            planted.add(info);
        }
    }

    @AfterEach
    void weed() {
        planted.forEach(dispatcher::unregisterMapping);
    }

    /** As somebody in a hurry writes it: past the scope, as a role that sees everything. */
    static class Careless {

        private final JdbcClient everything =
                JdbcClient.create(TestDatabase.shared().admin());
        private final Map<String, String> cache = new ConcurrentHashMap<>();

        @GetMapping("/api/planted/check-later/leads/{id}")
        @ResponseBody
        String loadsByIdAndChecksLater(@PathVariable UUID id, @AuthenticationPrincipal CurrentMember me) {
            var tenant = everything
                    .sql("select tenant_id from lead where id = :id")
                    .param("id", id)
                    .query(UUID.class)
                    .optional()
                    .orElseThrow(() -> Refusal.NotFound.of("lead").asException());
            if (!tenant.equals(me.tenant().value())) {
                throw new Refusal.Forbidden("not-yours", "This lead belongs to somebody else.").asException();
            }
            return "yours";
        }

        @GetMapping("/api/planted/unscoped")
        @ResponseBody
        List<String> searchesPastTheScope(@RequestParam String q) {
            return everything
                    .sql("select name from lead where name ilike '%' || :q || '%'")
                    .param("q", q)
                    .query(String.class)
                    .list();
        }

        @GetMapping("/api/planted/cached")
        @ResponseBody
        String keepsAnAnswerWithoutTheTenant(@AuthenticationPrincipal CurrentMember me) {
            return cache.computeIfAbsent(
                    "agency",
                    _ -> everything
                            .sql("select name from agency where tenant_id = :id")
                            .param("id", me.tenant().value())
                            .query(String.class)
                            .single());
        }

        @GetMapping("/api/planted/counted")
        @ResponseBody
        String countsEverybodysLeads(@RequestParam UUID leadId) {
            return everything
                    .sql("select count(*) from lead where id = :id")
                    .param("id", leadId)
                    .query(String.class)
                    .single();
        }

        @PostMapping("/api/planted/touched/leads/{id}")
        @ResponseBody
        String writesPastTheScope(@PathVariable UUID id) {
            everything
                    .sql("update lead set name = name || '!' where id = :id")
                    .param("id", id)
                    .update();
            return "done";
        }

        @GetMapping("/api/planted/header")
        @ResponseBody
        String believesAHeader(
                jakarta.servlet.http.HttpServletRequest request, @AuthenticationPrincipal CurrentMember me) {
            var said = request.getHeader("X-Tenant-Id");
            return everything
                    .sql("select count(*) from lead where tenant_id = :id and name like '%zanzibarov%'")
                    .param("id", said == null ? me.tenant().value() : UUID.fromString(said))
                    .query(String.class)
                    .single();
        }

        @GetMapping("/api/planted/unknown/{gadget}")
        @ResponseBody
        String namesAThingThatNoTestKnows(@PathVariable UUID gadget) {
            return "" + gadget;
        }
    }

    @Test
    void a_route_that_loads_by_id_and_checks_later_is_caught() {
        assertThat(attacked("/api/planted/check-later/leads/{id}"))
                .anyMatch(leak -> leak.contains("a random one") && leak.contains("HTTP 403"));
    }

    @Test
    void a_query_past_the_scope_is_caught() {
        assertThat(attacked("/api/planted/unscoped")).anyMatch(leak -> leak.contains("Nora SENT"));
        assertThat(attacked("/api/planted/counted")).isNotEmpty();
    }

    @Test
    void a_cache_without_the_tenant_in_its_key_is_caught() {
        assertThat(attacked("/api/planted/cached"))
                .anyMatch(leak -> leak.contains("after the other agency asked the same"));
    }

    @Test
    void a_header_that_is_believed_is_caught() {
        assertThat(attacked("/api/planted/header")).anyMatch(leak -> leak.contains("headers that name B"));
    }

    @Test
    void a_write_past_the_scope_is_caught() {
        var b = World.of(rooms).b();

        assertThat(attacked("/api/planted/touched/leads/{id}"))
                .anyMatch(leak -> leak.contains("changed rows of the other agency: {lead="));

        JdbcClient.create(TestDatabase.shared().admin())
                .sql("update lead set name = replace(name, '!', '') where tenant_id = :tenant")
                .param("tenant", b.id())
                .update();
    }

    @Test
    void a_route_that_names_an_unknown_thing_says_what_to_add() {
        assertThatThrownBy(() -> attacked("/api/planted/unknown/{gadget}"))
                .hasMessageContaining("GET /api/planted/unknown/{gadget}: nothing is known to stand for {gadget}")
                .hasMessageContaining("Supplies.IN_PATHS");
    }

    @Test
    void a_route_without_a_line_in_the_table_is_refused() {
        var route = route("/api/planted/cached");

        assertThatThrownBy(() -> Access.of(Access.table(), route))
                .hasMessageContaining("GET /api/planted/cached is in no table of access");
    }

    private List<String> attacked(String pattern) {
        var matrix = new TenantMatrix(rooms);
        matrix.attack(route(pattern));
        return matrix.leaks().stream().map(Leak::toString).toList();
    }

    private Route route(String pattern) {
        return Routes.of(rooms).stream()
                .filter(route -> route.pattern().equals(pattern))
                .findFirst()
                .orElseThrow();
    }
}
