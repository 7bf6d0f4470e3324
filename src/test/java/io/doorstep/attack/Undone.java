package io.doorstep.attack;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** Requests really happen, and are undone afterwards: each of a matrix finds the same world, whatever the ones before it did. */
final class Undone {

    private static final Set<String> RECORDED = Set.of("exportAuditLog", "exportFile");

    private final World world;
    private final Map<Tenant, Snapshot> snapshots = new HashMap<>();

    Undone(ApplicationContext rooms) {
        this.world = World.of((org.springframework.web.context.WebApplicationContext) rooms);
    }

    /** @param work asks as a member of this agency, or at its public doors */
    Answer in(Tenant tenant, Route route, Supplier<Answer> work) {
        var snapshot = snapshots.computeIfAbsent(tenant, world::snapshot);
        var answer = work.get();
        if (writes(route) && answer.status() < 400) {
            snapshot.restore();
        }
        return answer;
    }

    /** What leaves the house is recorded, even where it is only read. */
    static boolean writes(Route route) {
        return !route.method().equals("GET")
                || RECORDED.contains(route.operation().id());
    }
}
