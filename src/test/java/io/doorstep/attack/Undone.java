package io.doorstep.attack;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** Requests really happen, and are undone afterwards: each of a matrix finds the same world, whatever the ones before it did. */
final class Undone {

    private final World world;
    private final Map<Tenant, Snapshot> snapshots = new HashMap<>();

    Undone(ApplicationContext rooms) {
        this.world = World.of((org.springframework.web.context.WebApplicationContext) rooms);
    }

    /** @param work asks as a member of this agency, or at its public doors */
    Answer in(Tenant tenant, String method, Supplier<Answer> work) {
        var snapshot = snapshots.computeIfAbsent(tenant, world::snapshot);
        var answer = work.get();
        if (!method.equals("GET") && answer.status() < 400) {
            snapshot.restore();
        }
        return answer;
    }
}
