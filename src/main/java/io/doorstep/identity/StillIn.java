package io.doorstep.identity;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks about people who have been let in for longer than a request: of many at once, whether the same way in still gives the same role. */
@Component
class StillIn {

    private final Sessions sessions;
    private final Directory directory;

    StillIn(Sessions sessions, Directory directory) {
        this.sessions = sessions;
        this.directory = directory;
    }

    Set<CurrentMember> of(Collection<CurrentMember> members) {
        var roles = sessions.stillOpen(
                members.stream().flatMap(member -> session(member).stream()).collect(toSet()));
        var in = new HashSet<CurrentMember>();
        for (var member : members) {
            var now = session(member).map(roles::get).or(() -> roleOf(member));
            if (now.filter(member.role()::equals).isPresent()) {
                in.add(member);
            }
        }
        return in;
    }

    private static Optional<UUID> session(CurrentMember member) {
        return member.access() instanceof Access.Session session ? Optional.of(session.id()) : Optional.empty();
    }

    private Optional<Role> roleOf(CurrentMember member) {
        if (member.access() instanceof Access.Session) {
            return Optional.empty();
        }
        return directory.membershipsOf(member.userId()).stream()
                .filter(membership -> membership.tenant().equals(member.tenant()))
                .map(Directory.Membership::role)
                .findFirst();
    }
}
