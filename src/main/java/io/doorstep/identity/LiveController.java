package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open screens of members. Events carry ids only; a screen asks for what it shows again, also after it reconnects, so a lost
 * event costs time and no data.
 */
@RestController
@EnableScheduling
@Hidden
class LiveController {

    private static final int MOST_PER_AGENCY = 500;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Live live;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private final Map<TenantId, AtomicInteger> counts = new ConcurrentHashMap<>();

    LiveController(Live live) {
        this.live = live;
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
        var subscription = live.subscribe(
                event -> send(emitter, SseEmitter.event().name(event.topic()).data(event.data())));
        emitter.onCompletion(() -> {
            subscription.close();
            open.remove(emitter);
            count.decrementAndGet();
        });
        emitter.onTimeout(emitter::complete);
        open.add(emitter);
        send(emitter, SseEmitter.event().comment("open"));
        return emitter;
    }

    /** Keeps proxies from closing quiet streams, and finds the ones whose reader has gone. */
    @Scheduled(fixedDelay = 15_000)
    void heartbeat() {
        open.forEach(emitter -> send(emitter, SseEmitter.event().comment("still here")));
    }

    private static void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        }
    }
}
