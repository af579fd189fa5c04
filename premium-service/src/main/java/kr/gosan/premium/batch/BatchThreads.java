package kr.gosan.premium.batch;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The threads of batches: one reads each posting, a few that all postings share file the rows. Single filings have other
 * threads, so a batch never keeps them waiting for one.
 */
@Singleton
public final class BatchThreads {

    private final ExecutorService readers = Executors.newCachedThreadPool(named("batch-reader"));
    private final ExecutorService workers;
    private final Semaphore postings;
    private final int window;
    private volatile boolean stopping;

    public BatchThreads(BatchConfig config) {
        this.workers = Executors.newFixedThreadPool(config.workers(), named("batch-worker"));
        this.postings = new Semaphore(config.postings());
        this.window = config.workers() * 4;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        readers.shutdown();
        workers.shutdown();
    }

    /** Whether the service stops: no further row is begun; those begun end. */
    boolean stopping() {
        return stopping;
    }

    /** A place for one more posting, to be given back by running it; empty when all are taken. */
    Optional<Runnable> place() {
        if (!postings.tryAcquire()) {
            return Optional.empty();
        }
        AtomicBoolean given = new AtomicBoolean();
        return Optional.of(() -> {
            if (given.compareAndSet(false, true)) {
                postings.release();
            }
        });
    }

    ExecutorService readers() {
        return readers;
    }

    ExecutorService workers() {
        return workers;
    }

    /** Rows of one posting that may be begun and not yet answered. */
    int window() {
        return window;
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
