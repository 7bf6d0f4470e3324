package io.doorstep.identity;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Does what depends on whether an account exists after the answer has gone, so that neither its words nor its time tell. Not durable: what
 * a crash takes, the person asks for again. Bounded: a flood is dropped here, not piled up.
 */
@Component
public class AfterAnswer implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AfterAnswer.class);
    private static final int MOST_WAITING = 2_000;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            2,
            2,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofVirtual().name("after-answer-", 0).factory(),
            (_, _) -> log.warn("too much to do after answers; one thing was dropped"));

    public void run(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                log.error("what was to be done after an answer failed", failed);
            }
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) threads.shutdownNow();
    }
}
