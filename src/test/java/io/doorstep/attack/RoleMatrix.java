package io.doorstep.attack;

import io.doorstep.identity.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.context.WebApplicationContext;

/** Every route asked by everybody: nobody, each role by session, and each role by token. */
final class RoleMatrix {

    /** @param as {@code NOBODY}, or a role, or a role with a token */
    record Asked(Route route, String as, Answer answer, Access access, boolean expected) {

        /** A public door asks for a permission of its own, such as a link; without one it says so to everybody. */
        boolean letIn() {
            return answer.letIn() || access.who() == Access.Who.PUBLIC && answer.status() == access.answer();
        }
    }

    private final World world;
    private final Wire wire;
    private final Undone undone;
    private final Requests requests = new Requests();

    RoleMatrix(WebApplicationContext rooms) {
        this.world = World.of(rooms);
        this.wire = new Wire(rooms);
        this.undone = new Undone(rooms);
    }

    List<Asked> ask(Route route, Access access) {
        var asked = new ArrayList<Asked>();
        passes().forEach((as, pass) -> {
            var call = requests.good(route, world.a()).call();
            var role = as.equals("NOBODY") ? null : Role.valueOf(as.replace(" token", ""));
            var expected = role == null
                    ? access.who() == Access.Who.PUBLIC
                    : access.who().lets(role);
            asked.add(new Asked(route, as, send(call, pass), access, expected));
        });
        return asked;
    }

    private Answer send(Call call, Pass pass) {
        return undone.in(world.a(), call.route(), () -> wire.send(call, pass));
    }

    private Map<String, Pass> passes() {
        var passes = new LinkedHashMap<String, Pass>();
        passes.put("NOBODY", Pass.NOBODY);
        for (var role : Role.values()) {
            passes.put(role.name(), world.a().member(role).session());
            passes.put(role.name() + " token", world.a().member(role).token());
        }
        return passes;
    }

    /** A session is another door than a token: what needs a person refuses tokens with a code of its own. */
    static boolean needsPerson(Answer answer) {
        return answer.status() == 403 && answer.body().contains("session-needed");
    }

    static String said(Asked one) {
        return "%s as %s: %d, %s"
                .formatted(
                        one.route(),
                        one.as(),
                        one.answer().status(),
                        one.expected() ? "should be let in" : "should be refused");
    }
}
