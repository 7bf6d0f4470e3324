package io.doorstep.identity;

import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * An agent's events, asked about before they are sent: the ids in them are leads that the agent may not know of. Events come in bursts; what
 * arrives while one question is out is asked about in the next.
 */
final class SeenEvents implements Consumer<Live.Event> {

    private final CurrentMember member;
    private final LiveSight sight;
    private final Consumer<Live.Event> out;
    private final Queue<Live.Event> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asking = new AtomicBoolean();

    SeenEvents(CurrentMember member, LiveSight sight, Consumer<Live.Event> out) {
        this.member = member;
        this.sight = sight;
        this.out = out;
    }

    @Override
    public void accept(Live.Event event) {
        waiting.add(event);
        if (asking.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::ask);
        }
    }

    private void ask() {
        do {
            try {
                var burst = new ArrayList<Live.Event>();
                for (var event = waiting.poll(); event != null; event = waiting.poll()) {
                    burst.add(event);
                }
                TenantScope.callLimited(member.tenant(), member.actor(null), () -> sight.seen(burst))
                        .forEach(out);
            } finally {
                asking.set(false);
            }
        } while (!waiting.isEmpty() && asking.compareAndSet(false, true));
    }
}
