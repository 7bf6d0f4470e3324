package io.doorstep.desk;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.doorstep.identity.LiveSight;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.TenantScope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the database, whose policies know: an event whose lead the member may not see is none. */
@Component
class EventSight implements LiveSight {

    private static final Set<String> SUBJECTS = Set.of("leadId", "conversationId", "dealId", "appointmentId");

    private final JdbcClient db;

    EventSight(JdbcClient db) {
        this.db = db;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Live.Event> seen(List<Live.Event> events) {
        var subjects =
                events.stream().flatMap(event -> subjectsOf(event).stream()).collect(toUnmodifiableSet());
        var visible = subjects.isEmpty() ? Set.<UUID>of() : visible(subjects);
        return events.stream()
                .filter(event -> visible.containsAll(subjectsOf(event)))
                .filter(event -> !event.topic().equals("sight") || concernsMe(event))
                .toList();
    }

    private Set<UUID> visible(Set<UUID> subjects) {
        return Set.copyOf(db.sql("""
                select id from lead where id = any (:subjects)
                union all
                select id from conversation where id = any (:subjects)
                union all
                select id from deal where id = any (:subjects)
                union all
                select id from appointment where id = any (:subjects)
                """)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private static Set<UUID> subjectsOf(Live.Event event) {
        return event.data().entrySet().stream()
                .filter(entry -> SUBJECTS.contains(entry.getKey()))
                .map(entry -> UUID.fromString(entry.getValue()))
                .collect(toUnmodifiableSet());
    }

    /** Who lost sight of a lead has to look again; nobody else needs to know. */
    private static boolean concernsMe(Live.Event event) {
        var member = event.data().get("memberId");
        return member == null
                || TenantScope.actor()
                        .filter(actor -> actor.memberId().toString().equals(member))
                        .isPresent();
    }
}
