package io.doorstep.tenancy;

import io.doorstep.platform.AfterCommit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Tells open screens of one tenant that something changed. A hint, not a record: whoever reconnects reads the database again, so a
 * lost one costs only time. Subscribers are kept per tenant, and an event goes to those of the tenant in whose scope it was published.
 */
@Component
public class Live {

    /** @param topic {@code conversation, deal, lead, appointment}; data holds ids as text, never content */
    public record Event(String topic, Map<String, String> data) {}

    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private final Map<TenantId, CopyOnWriteArraySet<Consumer<Event>>> listeners = new ConcurrentHashMap<>();

    /** After the surrounding transaction has committed; never when it rolls back. */
    public void publish(String topic, Map<String, String> data) {
        var tenant = TenantScope.current();
        var event = new Event(topic, Map.copyOf(data));
        AfterCommit.run(() -> listeners
                .getOrDefault(tenant, new CopyOnWriteArraySet<>())
                .forEach(listener -> listener.accept(event)));
    }

    /** To the current tenant's events. The listener must be quick and must not throw; it runs in the publisher's thread. */
    public Subscription subscribe(Consumer<Event> listener) {
        var tenant = TenantScope.current();
        listeners.compute(tenant, (_, present) -> {
            var set = present == null ? new CopyOnWriteArraySet<Consumer<Event>>() : present;
            set.add(listener);
            return set;
        });
        return () -> listeners.computeIfPresent(tenant, (_, set) -> {
            set.remove(listener);
            return set.isEmpty() ? null : set;
        });
    }
}
