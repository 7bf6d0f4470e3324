package io.doorstep.attack;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;

import io.doorstep.attack.RoleMatrix.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was tried: on the console, in {@code target/isolation/routes.json}, and as a page for readers. */
final class Report {

    static final Path PAGE = Path.of("docs/routes.md");
    private static final Path FILE = Path.of("target/isolation/routes.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Report() {}

    static void roles(List<Asked> asked) {
        var routes = asked.stream().collect(groupingBy(one -> one.route().key()));
        var letIn = asked.stream().collect(partitioningBy(one -> one.letIn()));
        System.out.printf(
                "routes x roles: %d routes, %d requests, %d let in, %d refused%n",
                routes.size(),
                asked.size(),
                letIn.get(true).size(),
                letIn.get(false).size());
        var part = JSON.createObjectNode()
                .put("routes", routes.size())
                .put("requests", asked.size())
                .put("letIn", letIn.get(true).size())
                .put("refused", letIn.get(false).size());
        var each = part.putObject("statuses");
        routes.forEach((route, answers) -> {
            var statuses = each.putObject(route);
            answers.forEach(one -> statuses.put(one.as(), one.answer().status()));
        });
        write("roles", part);
    }

    static void tenants(Collection<Route> routes, TenantMatrix matrix) {
        System.out.printf(
                "routes x tenants: %d routes, %d requests, %d leaks%n",
                routes.size(), matrix.probes(), matrix.leaks().size());
        write(
                "tenants",
                JSON.createObjectNode()
                        .put("routes", routes.size())
                        .put("requests", matrix.probes())
                        .put("leaks", matrix.leaks().size()));
    }

    /** For readers: who may use which route, and what of another agency is tried on it. */
    static String page(Collection<Route> routes, Map<String, Access> table, Requests requests, Tenant tenant) {
        var lines = routes.stream().map(route -> {
            var access = Access.of(table, route);
            var tried = requests.good(route, tenant).slots().stream()
                    .map(slot -> slot.in() + " `" + slot.name().replaceFirst("^/", "") + "`")
                    .distinct()
                    .collect(joining(", "));
            return "| %s | `%s` | %s | %s | %s |"
                    .formatted(
                            route.method(), route.pattern(), access.who().name().toLowerCase(), access.why(), tried);
        });
        return """
                # Routes

                Made from the dispatcher, the contract and the reviewed table `src/test/resources/attack/routes.txt`; never edited. `RoleMatrixTest` asks each route as
                nobody and as each role, by session and by token. `TenantMatrixTest` asks each route as one agency with another agency's ids, keys and texts in every
                place of the last column, and in headers: the answer must be the one to a random id, to the letter, and the other agency's rows stay as they were.

                %d routes.

                | method | path | who | why public | places where another agency is named |
                |---|---|---|---|---|
                %s
                """.formatted(routes.size(), lines.collect(joining("\n")));
    }

    private static synchronized void write(String name, ObjectNode part) {
        try {
            Files.createDirectories(FILE.getParent());
            var all = Files.exists(FILE) ? (ObjectNode) JSON.readTree(Files.readString(FILE)) : JSON.createObjectNode();
            all.set(name, part);
            Files.writeString(FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
