package io.doorstep.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.DoorstepTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code bench/probes}: agencies live their random lives, and between two moments of it others ask for their things by id, on every route that takes
 * one, in the process. Each answer must be the one to a random id. Runs until so many probes were sent; started again, it goes on where it stopped.
 */
@DoorstepTest
class ProbesBench {

    private static final long WANTED = Long.getLong("probes", 1_000_000);
    private static final Duration LONGEST = Duration.ofSeconds(Long.getLong("seconds", 900));
    private static final int BURST = 20_000;
    private static final int THREADS = 2;
    private static final Path RESULT = Path.of(System.getProperty("result", "bench/results/probes.json"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Aim(Tenant attacker, Call call, Slot slot, String control) {}

    @Autowired
    WebApplicationContext rooms;

    private final Map<String, Long> statuses = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> leaks = new ConcurrentLinkedQueue<>();
    private final AtomicLong sent = new AtomicLong();

    @Test
    void a_million_probes_learn_nothing() throws Exception {
        var before = Files.exists(RESULT)
                ? JSON.readTree(Files.readString(RESULT)).path("probes").asLong(0)
                : 0;
        var tookBefore = Files.exists(RESULT)
                ? JSON.readTree(Files.readString(RESULT)).path("seconds").asDouble(0)
                : 0;
        var seed = 47 + before;
        var random = new Random(seed);
        var world = World.of(rooms);
        var site = Site.of(rooms);
        var residents = IntStream.range(0, 5)
                .mapToObj(at -> new Resident(site, "probes" + Long.toString(System.nanoTime(), 36) + "-" + at))
                .toList();
        var begin = System.nanoTime();
        var steps = 0;
        while (before + sent.get() < WANTED && System.nanoTime() - begin < LONGEST.toNanos() && leaks.isEmpty()) {
            World.of(rooms); // signs in again in time
            var program = Program.of(random, residents.size(), 30);
            program.forEach(step -> residents.get(step.agency()).play(step));
            steps += program.size();
            burst(world, residents, random);
            write(before, tookBefore, begin, steps, seed);
        }
        assertThat(leaks).isEmpty();
    }

    private void burst(World world, List<Resident> residents, Random random) throws InterruptedException {
        var aims = aims(world);
        var targets = targets(world, residents);
        var sums = world.checksums();
        var untouched = sums.of(world.b());
        var threads = IntStream.range(0, THREADS)
                .mapToObj(at -> {
                    var own = new Random(random.nextLong());
                    return Thread.ofPlatform().start(() -> {
                        var wire = new Wire(rooms);
                        for (int count = 0; count < BURST / THREADS && leaks.isEmpty(); count++) {
                            var aim = aims.get(own.nextInt(aims.size()));
                            var foreign = targets.get(aim.attacker());
                            probe(wire, aim, foreign.get(own.nextInt(foreign.size())));
                        }
                    });
                })
                .toList();
        for (var thread : threads) thread.join();
        var changed = Checksums.difference(untouched, sums.of(world.b()));
        if (!changed.isEmpty()) leaks.add("rows changed: " + changed);
    }

    private void probe(Wire wire, Aim aim, String id) {
        var answer = wire.send(aim.slot().put(aim.call(), id), aim.attacker().owner());
        sent.incrementAndGet();
        statuses.merge(String.valueOf(answer.status()), 1L, Long::sum);
        if (!answer.essence(id).equals(aim.control())) {
            leaks.add(aim.call().route() + " " + aim.slot() + " = " + id + "\n" + answer.text() + "\n---\n"
                    + aim.control());
        }
    }

    /** Wherever a request that names a stranger is refused, or reads. */
    private List<Aim> aims(World world) {
        var requests = new Requests();
        var wire = new Wire(rooms);
        var aims = new ArrayList<Aim>();
        for (var attacker : List.of(world.a(), world.c())) {
            for (var route : Routes.of(rooms)) {
                if (route.socket() || route.operation().id().equals("signUp")) continue;
                var made = requests.good(route, attacker);
                for (var slot : made.slots()) {
                    if (slot.isDoor() || slot.isText() || !isId(attacker, slot)) continue;
                    if (!route.method().equals("GET") && !slot.in().equals("path")) continue;
                    var stranger = UUID.randomUUID().toString();
                    var control = wire.send(slot.put(made.call(), stranger), attacker.owner());
                    aims.add(new Aim(attacker, made.call(), slot, control.essence(stranger)));
                }
            }
        }
        return aims;
    }

    private static boolean isId(Tenant tenant, Slot slot) {
        return !slot.kind().equals("cursor") && tenant.thing(slot.kind()).matches("[0-9a-f-]{36}");
    }

    /** Every id of all others, those of the living ones as they are now. */
    private Map<Tenant, List<String>> targets(World world, List<Resident> residents) {
        var living = new ArrayList<String>();
        for (var kind : List.of("lead", "conversation", "appointment")) {
            residents.forEach(resident -> living.addAll(resident.things(kind)));
        }
        var found = new ConcurrentHashMap<Tenant, List<String>>();
        for (var attacker : List.of(world.a(), world.c())) {
            var foreign = new ArrayList<>(living);
            world.b().secrets().stream()
                    .filter(one -> one.matches("[0-9a-f-]{36}"))
                    .forEach(foreign::add);
            found.put(attacker, foreign);
        }
        return found;
    }

    private void write(long before, double tookBefore, long begin, int steps, long seed) throws IOException {
        var seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "probes: %,d of %,d, %,.0f a second, %d leaks, %s%n",
                before + sent.get(), WANTED, sent.get() / seconds, leaks.size(), statuses);
        ObjectNode result = JSON.createObjectNode()
                .put(
                        "what",
                        "foreign ids on every route that takes one, in the process, between steps of random programs"
                                + " of five agencies")
                .put("probes", before + sent.get())
                .put("leaks", leaks.size())
                .put("seconds", Math.round(tookBefore + seconds))
                .put("perSecond", Math.round(sent.get() / seconds))
                .put("programSteps", steps)
                .put("seed", seed);
        result.set("statuses", JSON.valueToTree(statuses));
        Files.writeString(RESULT, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
    }
}
