package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open screens of members. Events carry ids only; a screen asks for what it shows again, also after it reconnects, so a lost
 * event costs time and no data. A stream ends when what let it in ends, or lets in with another role: at once where this node is told,
 * and at the next heartbeat in any case.
 */
@RestController
@EnableScheduling
@Hidden
class LiveController implements AccessChanged.Listener {

    private static final int MOST_PER_AGENCY = 500;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Live live;
    private final StillIn stillIn;
    private final LiveSight sight;
    private final Map<SseEmitter, CurrentMember> open = new ConcurrentHashMap<>();
    private final Map<TenantId, AtomicInteger> counts = new ConcurrentHashMap<>();

    LiveController(Live live, StillIn stillIn, LiveSight sight) {
        this.live = live;
        this.stillIn = stillIn;
        this.sight = sight;
    }

    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal CurrentMember current) {
        var count = counts.computeIfAbsent(current.tenant(), _ -> new AtomicInteger());
        if (count.incrementAndGet() > MOST_PER_AGENCY) {
            count.decrementAndGet();
            throw new Refusal.TooMany(
                            "too-many-screens",
                            "Too many screens are open for this agency. Close some.",
                            Duration.ofMinutes(1))
                    .asException();
        }
        var emitter = new SseEmitter(LONGEST.toMillis());
        Consumer<Live.Event> out =
                event -> send(emitter, SseEmitter.event().name(event.topic()).data(event.data()));
        var subscription = live.subscribe(current.role() == Role.AGENT ? new SeenEvents(current, sight, out) : out);
        emitter.onCompletion(() -> {
            subscription.close();
            open.remove(emitter);
            count.decrementAndGet();
        });
        emitter.onTimeout(emitter::complete);
        open.put(emitter, current);
        send(emitter, SseEmitter.event().comment("open"));
        return emitter;
    }

    /** Keeps proxies from closing quiet streams, finds the ones whose reader has gone, and ends those that are no longer let in. */
    @Scheduled(fixedDelay = 15_000)
    void heartbeat() {
        closeThoseOut(_ -> true);
        open.keySet().forEach(emitter -> send(emitter, SseEmitter.event().comment("still here")));
    }

    @Override
    public void accessChanged(Predicate<CurrentMember> touched) {
        if (open.values().stream().anyMatch(touched)) {
            Thread.startVirtualThread(() -> closeThoseOut(touched));
        }
    }

    private void closeThoseOut(Predicate<CurrentMember> touched) {
        var asked = open.values().stream().filter(touched).toList();
        if (asked.isEmpty()) {
            return;
        }
        var in = stillIn.of(asked);
        open.forEach((emitter, member) -> {
            if (touched.test(member) && asked.contains(member) && !in.contains(member)) {
                emitter.complete();
            }
        });
    }

    private static void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        }
    }
}
