package io.doorstep.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every route asked by agency A about agency B. Each id, key and text of a request is B's in turn, and once all of them; the answer must be the
 * one to a random id, to the letter, tell nothing of B, and leave B's rows as they were.
 */
final class TenantMatrix {

    private static final String RANDOM_WORD = "xylographersandothers";
    private static final List<String> CLAIMS =
            List.of("X-Tenant-Id", "X-Tenant", "X-Agency", "X-Site-Key", "X-User-Id", "X-Original-URL");

    /** Has no agency yet, so nothing of another one; that a slug is taken is public, as it is a web address. */
    private static final String MAKES_AGENCIES = "signUp";

    private final Tenant a;
    private final Tenant b;
    private final Wire wire;
    private final Undone undone;
    private final Checksums checksums;
    private final Map<String, String> before;
    private final Requests requests = new Requests();
    private final List<Leak> leaks = new ArrayList<>();
    private long probes;

    TenantMatrix(WebApplicationContext rooms) {
        var world = World.of(rooms);
        this.a = world.a();
        this.b = world.b();
        this.wire = new Wire(rooms);
        this.undone = new Undone(rooms);
        this.checksums = world.checksums();
        this.before = checksums.of(b);
    }

    List<Leak> leaks() {
        return leaks;
    }

    long probes() {
        return probes;
    }

    void attack(Route route) {
        if (route.operation().id().equals(MAKES_AGENCIES)) return;
        var mine = requests.good(route, a);
        warmed(route, mine.call());
        for (var slot : mine.slots()) {
            if (slot.isDoor()) {
                throughTheirDoor(route, slot, mine.call());
            } else {
                named(route, slot, mine.call());
            }
        }
        allAtOnce(route, mine);
        claimed(route, mine.call());
        if (Undone.writes(route)) untouched(route);
    }

    /** Also at the end of all: what reads should write nothing at all. */
    void untouched(Route last) {
        var changed = Checksums.difference(before, checksums.of(b));
        if (!changed.isEmpty())
            found(last, "this route or one before it", "changed rows of the other agency: " + changed);
    }

    /** What B has just been answered must not be in A's answer: a cache without the tenant in its key would show here. */
    private void warmed(Route route, Call mine) {
        var theirs = requests.good(route, b).call();
        undone.in(b, route, () -> wire.send(theirs, b.owner()));
        scanned(route, "after the other agency asked the same", send(mine));
    }

    private void named(Route route, Slot slot, Call mine) {
        var controls = new HashMap<Boolean, String>();
        for (var theirs : theirValues(route, slot)) {
            var control = controls.computeIfAbsent(theirs.contains("@"), _ -> {
                var random = randomLike(route, slot, theirs);
                return send(slot.put(mine, random)).essence(random);
            });
            var probe = send(slot.put(mine, theirs));
            scanned(route, slot + " = theirs", probe, theirs);
            same(route, slot + " = " + theirs, control, probe.essence(theirs));
        }
    }

    /** The right kind, and in a path any other id of theirs. */
    private List<String> theirValues(Route route, Slot slot) {
        if (slot.kind().equals("cursor")) {
            return List.of(Supplies.cursor(route, b.thing(Supplies.cursorKind(route))));
        }
        if (slot.isText()) return slot.in().equals("query") ? List.of(b.mark(), b.thing("email")) : List.of(b.mark());
        if (!slot.in().equals("path")) return List.of(b.thing(slot.kind()));
        return b.things().values().stream()
                .filter(TenantMatrix::isId)
                .distinct()
                .toList();
    }

    private static String randomLike(Route route, Slot slot, String theirs) {
        if (slot.kind().equals("cursor"))
            return Supplies.cursor(route, UUID.randomUUID().toString());
        if (slot.isText())
            return theirs.contains("@")
                    ? theirs.replaceAll("[a-z]", "x")
                    : RANDOM_WORD.substring(0, theirs.length() - 1) + "7";
        if (isId(theirs)) return UUID.randomUUID().toString();
        if (slot.kind().equals("slotId")) return UUID.randomUUID() + theirs.substring(36);
        var changed = new StringBuilder(theirs);
        for (int at = theirs.length() / 2; at < theirs.length(); at++) {
            if (Character.isLetter(theirs.charAt(at))) changed.setCharAt(at, 'q');
        }
        return changed.toString();
    }

    /** A public door of B: being signed in at A adds nothing to what everybody gets there. */
    private void throughTheirDoor(Route route, Slot slot, Call mine) {
        if (!route.method().equals("GET")) return; // would change B, as everybody may through this door
        var theirs = slot.put(mine, b.thing(slot.kind()));
        probes += 2;
        var everybody = wire.send(theirs, Pass.NOBODY);
        var member = wire.send(theirs, a.owner());
        same(route, "as a member of A at B's " + slot.kind(), everybody.essence(), member.essence());
    }

    private void allAtOnce(Route route, Requests.Made mine) {
        var ids = mine.slots().stream()
                .filter(slot -> !slot.isDoor() && !slot.isText() && !slot.kind().equals("cursor"))
                .toList();
        if (ids.size() < 2) return;
        var theirs = mine.call();
        var random = mine.call();
        var sent = new ArrayList<String>();
        var randomSent = new ArrayList<String>();
        for (var slot : ids) {
            sent.add(b.thing(slot.kind()));
            randomSent.add(randomLike(route, slot, b.thing(slot.kind())));
            theirs = slot.put(theirs, sent.getLast());
            random = slot.put(random, randomSent.getLast());
        }
        var control = send(random);
        var probe = send(theirs);
        scanned(route, "all ids theirs", probe, sent.toArray(String[]::new));
        same(
                route,
                "all ids theirs",
                control.essence(randomSent.toArray(String[]::new)),
                probe.essence(sent.toArray(String[]::new)));
    }

    /** The tenant is the session's; what a request says of it counts for nothing. */
    private void claimed(Route route, Call mine) {
        var plain = send(mine);
        var claiming = mine;
        for (var header : CLAIMS) claiming = claiming.withHeader(header, b.thing("tenant"));
        claiming = claiming.withHeader("X-Forwarded-Prefix", "/" + b.thing("slug"));
        same(route, "headers that name B", plain.essence(), send(claiming).essence(b.thing("tenant")));
        if (route.method().equals("GET")) {
            var random = UUID.randomUUID().toString();
            var control = send(mine.withQuery("tenantId", random).withQuery("tenant", random));
            var probe = send(mine.withQuery("tenantId", b.thing("tenant")).withQuery("tenant", b.thing("tenant")));
            same(route, "a query that names B", control.essence(random), probe.essence(b.thing("tenant")));
        }
    }

    private Answer send(Call call) {
        probes++;
        return undone.in(a, call.route(), () -> wire.send(call, a.owner()));
    }

    private void scanned(Route route, String attack, Answer answer, String... sent) {
        var text = answer.text();
        for (var one : sent) text = text.replace(one, "SENT");
        for (var secret : b.secrets()) {
            if (text.contains(secret)) {
                found(route, attack, "tells \"" + secret + "\" of the other agency: " + text);
                return;
            }
        }
    }

    private void same(Route route, String attack, String control, String probe) {
        if (!control.equals(probe)) {
            found(route, attack, "is answered\n" + probe + "\n      and a random one\n" + control);
        }
    }

    private void found(Route route, String attack, String what) {
        leaks.add(new Leak(route, attack, what));
    }

    private static boolean isId(String value) {
        return value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
