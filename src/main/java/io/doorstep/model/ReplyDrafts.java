package io.doorstep.model;

import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The sentences of a reply that is still being worded, as far as they were checked. In memory and for the length of a turn: a draft is
 * never stored, and the message that follows it is what was said.
 */
@Component
public class ReplyDrafts {

    private final Map<Place, String> shown = new ConcurrentHashMap<>();
    private final Live live;

    ReplyDrafts(Live live) {
        this.live = live;
    }

    private record Place(TenantId tenant, UUID conversationId) {
        static Place of(UUID conversationId) {
            return new Place(TenantScope.current(), conversationId);
        }
    }

    /** Of the current tenant's conversation. */
    public Optional<String> of(UUID conversationId) {
        return Optional.ofNullable(shown.get(Place.of(conversationId)));
    }

    void show(UUID conversationId, String words) {
        shown.put(Place.of(conversationId), words);
        wake(conversationId);
    }

    void clear(UUID conversationId) {
        if (shown.remove(Place.of(conversationId)) != null) wake(conversationId);
    }

    private void wake(UUID conversationId) {
        live.publish("draft", Map.of("conversationId", conversationId.toString()));
    }
}
