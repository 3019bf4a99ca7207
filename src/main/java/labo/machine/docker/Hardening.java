package labo.machine.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import labo.observe.MachineName;

/** What a machine's container may do: as little as its agent needs. */
final class Hardening {
    private static final long MIB = 1L << 20;
    private static final long MEMORY = 256 * MIB;
    private static final long LARGEST_FILE = 64 * MIB;
    private static final long OPEN_FILES = 1024;
    private static final long ONE_CPU = 1_000_000_000;
    private static final long HOLDER_PROCESSES = 8;
    private static final long HOLDER_MEMORY = 32 * MIB;
    private static final String NOTHING_SPECIAL = "rw,noexec,nosuid,nodev,";

    /** What no folder shows, and no agent could clear, would tell a later run of an earlier one. */
    private static final Map<String, String> NOTHING_SHARED = Map.of(
            "kernel.shmmni", "0",
            "kernel.msgmni", "0",
            "kernel.sem", "0 0 0 0",
            "fs.mqueue.queues_max", "0");

    private Hardening() {}

    /** The configuration of a machine's container. */
    static HostConfig of(MachineName machine, NetworkStack stack) {
        return stack.in(base(stack.kernelSettings()))
                .withCapAdd(capabilities(machine))
                .withTmpFs(temporaryFileSystems(machine))
                .withPidsLimit(machine == MachineName.A ? 64L : 256L)
                .withMemory(MEMORY)
                .withMemorySwap(MEMORY)
                .withUlimits(List.of(
                        new Ulimit("nofile", OPEN_FILES, OPEN_FILES),
                        new Ulimit("fsize", LARGEST_FILE, LARGEST_FILE),
                        new Ulimit("core", 0L, 0L)));
    }

    /** The configuration of a container in which nothing runs but a program of ours that waits. */
    static HostConfig ofHolder(NetworkStack stack) {
        return stack.in(base(stack.kernelSettings()))
                .withPidsLimit(HOLDER_PROCESSES)
                .withMemory(HOLDER_MEMORY)
                .withMemorySwap(HOLDER_MEMORY);
    }

    private static HostConfig base(Map<String, String> settingsOfItsStack) {
        Map<String, String> settings = new HashMap<>(NOTHING_SHARED);
        settings.putAll(settingsOfItsStack);
        return HostConfig.newHostConfig()
                .withAutoRemove(true)
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withNanoCPUs(ONE_CPU)
                .withIpcMode("private")
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
                .withSysctls(settings);
    }

    private static Capability[] capabilities(MachineName machine) {
        return machine == MachineName.A
                ? new Capability[] {Capability.SETUID, Capability.SETGID, Capability.KILL, Capability.SYS_PTRACE}
                : new Capability[] {Capability.NET_RAW};
    }

    private static Map<String, String> temporaryFileSystems(MachineName machine) {
        Map<String, String> all = new HashMap<>();
        all.put("/tmp", NOTHING_SPECIAL + "size=16m,nr_inodes=2048,mode=1777");
        // Instead of the engine's own, which would hold any number of empty files.
        all.put("/dev/shm", NOTHING_SPECIAL + "size=4m,nr_inodes=256,mode=1777");
        if (machine == MachineName.A) {
            all.put("/work", NOTHING_SPECIAL + "size=64m,nr_inodes=4096,mode=1777");
            all.put("/trace", NOTHING_SPECIAL + "size=1m,mode=0700");
        }
        return all;
    }
}
