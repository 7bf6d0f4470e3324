package io.doorstep.attack;

import io.doorstep.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/**
 * Who may use which route: the reviewed table {@code attack/routes.txt}. One line a route: method, path, who, the status with which its owner is answered,
 * and for public ones why nobody needs to be known.
 */
public record Access(Who who, int answer, String why) {

    /** The least role that is let in; {@code PUBLIC} takes everyone, {@code CLOSED} nobody. */
    public enum Who {
        PUBLIC,
        VIEWER,
        AGENT,
        ADMIN,
        OWNER,
        CLOSED;

        boolean lets(Role role) {
            return switch (this) {
                case PUBLIC -> true;
                case CLOSED -> false;
                case VIEWER, AGENT, ADMIN, OWNER -> rank(Who.valueOf(role.name())) >= rank(this);
            };
        }

        private static int rank(Who who) {
            return who.ordinal();
        }
    }

    /** By {@code METHOD /path}. */
    public static Map<String, Access> table() {
        var table = new TreeMap<String, Access>();
        read().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var cells = line.strip().split("\\s+", 5);
            if (cells.length < 4)
                throw new IllegalStateException("attack/routes.txt: \"" + line + "\" is no line of the table");
            var why = cells.length == 5 ? cells[4] : "";
            var access = new Access(Who.valueOf(cells[2]), Integer.parseInt(cells[3]), why);
            if (access.who == Who.PUBLIC && why.isEmpty()) {
                throw new IllegalStateException(
                        "attack/routes.txt: " + cells[0] + " " + cells[1] + " is public; say why");
            }
            table.put(cells[0] + " " + cells[1], access);
        });
        return table;
    }

    static Access of(Map<String, Access> table, Route route) {
        return Optional.ofNullable(table.get(route.key()))
                .orElseThrow(() -> new IllegalStateException(
                        "%s is in no table of access. Say in src/test/resources/attack/routes.txt who may use it."
                                .formatted(route)));
    }

    private static String read() {
        try {
            return new ClassPathResource("attack/routes.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
