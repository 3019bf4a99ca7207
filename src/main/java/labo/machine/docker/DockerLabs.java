package labo.machine.docker;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import labo.machine.Lab;
import labo.machine.LabException;
import labo.machine.Labs;
import org.jspecify.annotations.Nullable;

/**
 * Labs in containers. Any number may be open at a time, each on a network of its own. What they leave when this JVM is
 * killed is removed by a watchdog, and what even that could not remove, by the next one that opens a lab.
 */
public final class DockerLabs implements Labs {
    static final String SANDBOX = "docker";

    private static final long CLEANING_S = 20;

    private final MachineImage image;
    private final boolean timeWait;
    private final EngineSource engines;
    private final Owner owner = Owner.self();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<DockerLab> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService background = Executors.newCachedThreadPool(DockerLabs::daemon);
    private @Nullable Started started;

    /** What the first lab brings to life. */
    private record Started(
            Engine engine, CompletableFuture<Optional<Watchdog>> watchdog, CompletableFuture<Void> cleaning) {
        void end(Executor background) {
            watchdog.join().ifPresent(Watchdog::close);
            Background.within(background, CLEANING_S, cleaning::join);
            engine.close();
        }
    }

    /** Labs where a server can be started again at once. */
    public DockerLabs(MachineImage image) {
        this(image, false);
    }

    /**
     * @param image what the machines are made of
     * @param timeWait whether machine A's connections linger in TIME-WAIT, as on any ordinary machine
     */
    public DockerLabs(MachineImage image, boolean timeWait) {
        this(image, timeWait, Engine::find);
    }

    /** How an engine is come by. */
    @FunctionalInterface
    interface EngineSource {
        Engine find() throws LabException, InterruptedException;
    }

    DockerLabs(MachineImage image, boolean timeWait, EngineSource engines) {
        this.image = image;
        this.timeWait = timeWait;
        this.engines = engines;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "labo-docker");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String sandbox() {
        return SANDBOX;
    }

    @Override
    public Lab open() throws LabException, InterruptedException {
        Started now = started();
        String name = String.format("labo-%d-%x-%d", owner.pid(), System.nanoTime(), numbers.incrementAndGet());
        var setup = new LabSetup(now.engine(), image.tag(), owner, timeWait, background);
        DockerLab lab = DockerLab.open(setup, name, open::remove);
        open.add(lab);
        // Started long before the machines: nobody waits here.
        now.watchdog().join();
        return lab;
    }

    private synchronized Started started() throws LabException, InterruptedException {
        Started now = started;
        if (now == null) {
            Engine engine = engines.find();
            // Neither is anything that the first lab would have to wait for.
            var cleaning = CompletableFuture.runAsync(() -> sweepStale(engine), background);
            var watchdog = CompletableFuture.supplyAsync(() -> Watchdog.start(owner), background);
            now = new Started(engine, watchdog, cleaning);
            started = now;
        } else {
            now.engine().ping();
        }
        return now;
    }

    private static void sweepStale(Engine engine) {
        try {
            new Sweeper(engine.client()).sweep(Owner::isGone);
        } catch (RuntimeException e) {
            // Others may sweep the same at this moment; what is left over takes nothing from this lab.
        }
    }

    @Override
    public synchronized void close() {
        open.forEach(DockerLab::close);
        Started last = started;
        started = null;
        if (last != null) {
            last.end(background);
        }
    }
}
