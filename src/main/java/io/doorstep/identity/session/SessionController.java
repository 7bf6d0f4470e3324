package io.doorstep.identity.session;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Proof;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where I am signed in, and how to end it. */
@RestController
@Tag(name = "identity")
class SessionController {

    private final OpenDoors doors;
    private final EndSessions end;

    SessionController(OpenDoors doors, EndSessions end) {
        this.doors = doors;
        this.end = end;
    }

    record SessionList(List<SessionView> items) {}

    /**
     * @param device  in words, from what the client says of itself
     * @param endsAt  unless it is used again
     * @param current the one that asks
     */
    record SessionView(
            UUID id,
            OpenDoors.Kind kind,
            String agency,
            String device,
            @Nullable String address,
            OffsetDateTime startedAt,
            OffsetDateTime lastSeenAt,
            OffsetDateTime endsAt,
            List<Proof> proof,
            boolean current) {}

    @GetMapping("/api/me/sessions")
    SessionList mySessions(@AuthenticationPrincipal CurrentMember current) {
        return new SessionList(doors.of(current.userId()).stream()
                .map(door -> new SessionView(
                        door.id(),
                        door.kind(),
                        door.agency(),
                        Device.words(door.userAgent()),
                        door.address(),
                        door.startedAt(),
                        door.lastSeenAt(),
                        door.endsAt(),
                        door.proof(),
                        door.id().equals(current.access().credential())))
                .toList());
    }

    @DeleteMapping("/api/me/sessions/{id}")
    ResponseEntity<Void> endMySession(@AuthenticationPrincipal CurrentMember current, @PathVariable UUID id) {
        end.one(current, id);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/me/sessions")
    ResponseEntity<Void> endMyOtherSessions(@AuthenticationPrincipal CurrentMember current) {
        end.others(current);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/team/{id}/sessions")
    ResponseEntity<Void> endMemberSessions(@AuthenticationPrincipal CurrentMember current, @PathVariable UUID id) {
        end.ofMember(current, id);
        return ResponseEntity.noContent().build();
    }
}
