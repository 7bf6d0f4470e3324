package io.doorstep.attack;

import io.doorstep.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Mutants of good requests to every operation. None may be answered with a failure, and each refusal says what is wrong. */
final class Fuzz {

    /** @param failure what was wrong with the answer */
    record Failure(Mutant mutant, Answer answer, String failure) {

        @Override
        public String toString() {
            return (failure + " <- " + mutant + "\n      " + answer.text()).replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
        }
    }

    /** How mutants are sent. */
    interface Line {
        Answer send(Mutant mutant, Pass pass);
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Makes agencies, ends sessions: what follows would be asked by nobody. */
    private static final List<String> LEFT_OUT = List.of("signUp", "signOut", "switchAgency");

    private final Tenant tenant;
    private final List<Route> routes;
    private final Requests requests = new Requests();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private long sent;

    Fuzz(WebApplicationContext rooms, boolean undone) {
        this.tenant = World.of(rooms).a();
        this.routes = Routes.of(rooms).stream()
                .filter(route -> !route.socket())
                .filter(route -> undone || !LEFT_OUT.contains(route.operation().id()))
                .filter(route -> !route.operation().id().equals("signUp"))
                .toList();
    }

    List<Failure> failures() {
        return failures;
    }

    long sent() {
        return sent;
    }

    Map<Integer, Long> statuses() {
        return statuses;
    }

    int routes() {
        return routes.size();
    }

    /** So many mutants of each route. */
    void run(Line line, int each, RandomGenerator random) {
        for (var route : routes) {
            for (int time = 0; time < each; time++) {
                one(line, route, random);
            }
        }
    }

    void one(Line line, Route route, RandomGenerator random) {
        var mutant = Mutant.of(requests.good(route, tenant).call(), random);
        var pass = random.nextInt(8) == 0
                ? Pass.NOBODY
                : random.nextInt(4) == 0 ? tenant.member(Role.AGENT).token() : tenant.owner();
        var answer = line.send(mutant, pass);
        sent++;
        statuses.merge(answer.status(), 1L, Long::sum);
        if (answer.failed()) {
            failures.add(new Failure(mutant, answer, "failed"));
        } else if (answer.status() >= 400
                && !mutant.method().equals("HEAD")
                && route.pattern().matches("/(api|public/chat)/.*")) {
            judge(mutant, answer);
        }
    }

    private void judge(Mutant mutant, Answer answer) {
        var type = answer.headers().entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase("content-type"))
                .flatMap(one -> one.getValue().stream())
                .findFirst()
                .orElse("");
        if (!type.startsWith("application/problem+json")) {
            failures.add(new Failure(mutant, answer, "a refusal that is no problem+json"));
            return;
        }
        var problem = JSON.readTree(answer.body());
        if (!problem.path("type").asString("").startsWith("urn:doorstep:problem:")
                || problem.path("detail").asString("").isBlank()) {
            failures.add(new Failure(mutant, answer, "a problem without type or detail"));
        }
    }
}
