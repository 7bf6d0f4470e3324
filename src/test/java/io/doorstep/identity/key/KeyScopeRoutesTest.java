package io.doorstep.identity.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Access;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Proof;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the API, taken from the running application, against keys with every scope: a route that is new tomorrow is judged tomorrow. */
@DoorstepTest
class KeyScopeRoutesTest {

    @Autowired
    MockMvc http;

    @Autowired
    MakeApiKey make;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    record Route(HttpMethod method, String path, HandlerMethod handler, MediaType takes) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void every_route_opens_to_its_own_scope_only_and_one_without_a_scope_to_no_key() throws Exception {
        var owner = agencies.fresh().owner();
        var only = new EnumMap<KeyScope, String>(KeyScope.class);
        var allBut = new EnumMap<KeyScope, String>(KeyScope.class);
        var every = Arrays.asList(KeyScope.values());
        for (var scope : every) {
            only.put(scope, key(owner, List.of(scope)));
            allBut.put(
                    scope,
                    key(owner, every.stream().filter(other -> other != scope).toList()));
        }
        var all = key(owner, every);

        var routes = routes().toList();
        var opened = 0;
        for (var route : routes) {
            var needed = KeyScope.neededFor(route.handler());
            if (needed.isEmpty()) {
                assertThat(ask(route, all))
                        .as("%s, to a key with every scope", route)
                        .isEqualTo("not-for-keys");
            } else {
                assertThat(ask(route, allBut.get(needed.get())))
                        .as("%s, without %s", route, needed.get().code())
                        .isEqualTo("scope-missing");
                assertThat(ask(route, only.get(needed.get())))
                        .as("%s, with %s", route, needed.get().code())
                        .isEqualTo("let in");
                opened++;
            }
        }
        System.out.printf(
                "%d routes: %d open to a scope each, %d to no key%n", routes.size(), opened, routes.size() - opened);
        assertThat(routes).hasSizeGreaterThan(70);
        assertThat(opened).isGreaterThan(50);
    }

    @Test
    void every_scope_opens_something_and_who_is_who_belongs_to_no_scope() {
        var used = routes().flatMap(route -> KeyScope.neededFor(route.handler()).stream())
                .toList();

        assertThat(used).contains(KeyScope.values());
        assertThat(routes().filter(route -> KeyScope.neededFor(route.handler()).isPresent())
                        .map(Route::path))
                .noneMatch(path -> path.startsWith("/api/me")
                        || path.contains("audit")
                        || path.contains("api-keys")
                        || path.contains("session")
                        || path.contains("export-agency"));
    }

    private Stream<Route> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(
                                        method.asHttpMethod(), path, entry.getValue(), takes(entry.getKey())))))
                .sorted(java.util.Comparator.comparing(Route::toString));
    }

    private static MediaType takes(RequestMappingInfo mapping) {
        return mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
    }

    private String ask(Route route, String key) throws Exception {
        var path = route.path()
                .replace("{stage}", "new")
                .replace("{seq}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var request = MockMvcRequestBuilders.request(route.method(), path)
                .header("Authorization", "Bearer " + key)
                .contentType(route.takes())
                .content("not JSON: nothing is to change");
        var answer = http.perform(request).andReturn().getResponse();
        var body = answer.getContentAsString();
        return Stream.of("not-for-keys", "scope-missing", "not-signed-in")
                .filter(code -> body.contains("urn:doorstep:problem:" + code))
                .findFirst()
                .orElse("let in");
    }

    private String key(CurrentMember owner, List<KeyScope> scopes) {
        var session = new Access.Session(UUID.randomUUID(), clock.instant(), Set.of(Proof.PASSWORD));
        var maker = new CurrentMember(owner.tenant(), owner.memberId(), owner.userId(), owner.role(), session);
        return TenantScope.callIn(
                owner.tenant(),
                () -> make.by(maker, "Test", scopes.stream().map(KeyScope::code).toList(), null)
                        .text());
    }
}
