package io.doorstep.identity;

import static java.util.stream.Collectors.toSet;

import io.doorstep.identity.token.TokenFamilies;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks about people who have been let in for longer than a request: of many at once, whether the same way in still gives the same role. */
@Component
class StillIn {

    private final Sessions sessions;
    private final TokenFamilies families;

    StillIn(Sessions sessions, TokenFamilies families) {
        this.sessions = sessions;
        this.families = families;
    }

    Set<CurrentMember> of(Collection<CurrentMember> members) {
        var sessionRoles = sessions.stillOpen(credentials(members, Access.Session.class));
        var tokenRoles = families.stillOpen(credentials(members, Access.Token.class));
        var in = new HashSet<CurrentMember>();
        for (var member : members) {
            var roles = switch (member.access()) {
                case Access.Session _ -> sessionRoles;
                case Access.Token _ -> tokenRoles;
                case Access.ApiKey _ -> Map.<UUID, Role>of(); // no stream is opened to a key
            };
            if (Optional.ofNullable(member.access().credential())
                    .map(roles::get)
                    .filter(member.role()::equals)
                    .isPresent()) {
                in.add(member);
            }
        }
        return in;
    }

    private static Set<UUID> credentials(Collection<CurrentMember> members, Class<? extends Access> kind) {
        return members.stream()
                .map(CurrentMember::access)
                .filter(kind::isInstance)
                .flatMap(access -> Optional.ofNullable(access.credential()).stream())
                .collect(toSet());
    }
}
