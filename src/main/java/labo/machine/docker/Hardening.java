package labo.machine.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import labo.observe.MachineName;

/** What a machine's container may do: as little as its agent needs. */
final class Hardening {
    private static final long MIB = 1L << 20;
    private static final long MEMORY = 256 * MIB;
    private static final long LARGEST_FILE = 64 * MIB;
    private static final long OPEN_FILES = 1024;
    private static final long ONE_CPU = 1_000_000_000;
    private static final String NOTHING_SPECIAL = "rw,noexec,nosuid,nodev,";

    /** What no folder shows, and no agent could clear, would tell a later run of an earlier one. */
    private static final Map<String, String> NOTHING_SHARED = Map.of(
            "kernel.shmmni", "0",
            "kernel.msgmni", "0",
            "kernel.sem", "0 0 0 0",
            "fs.mqueue.queues_max", "0");

    private Hardening() {}

    /**
     * The configuration of a machine's container.
     *
     * @param timeWait whether machine A's connections linger in TIME-WAIT, as on any ordinary machine; without,
     *     a server can be started again at once
     */
    static HostConfig of(MachineName machine, String network, boolean timeWait) {
        return HostConfig.newHostConfig()
                .withNetworkMode(network)
                .withAutoRemove(true)
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withCapAdd(capabilities(machine))
                .withSecurityOpts(List.of("no-new-privileges"))
                .withTmpFs(temporaryFileSystems(machine))
                .withPidsLimit(machine == MachineName.A ? 64L : 256L)
                .withMemory(MEMORY)
                .withMemorySwap(MEMORY)
                .withNanoCPUs(ONE_CPU)
                .withUlimits(List.of(
                        new Ulimit("nofile", OPEN_FILES, OPEN_FILES),
                        new Ulimit("fsize", LARGEST_FILE, LARGEST_FILE),
                        new Ulimit("core", 0L, 0L)))
                .withIpcMode("private")
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
                .withDns(List.of("0.0.0.0"))
                .withSysctls(kernelSettings(machine, timeWait));
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

    private static Map<String, String> kernelSettings(MachineName machine, boolean timeWait) {
        Map<String, String> all = new HashMap<>();
        // Engines open the low ports to everybody in a container; on the machines of this course they are root's.
        all.put("net.ipv4.ip_unprivileged_port_start", "1024");
        all.putAll(NOTHING_SHARED);
        if (hasIpv6()) {
            all.put("net.ipv6.conf.all.disable_ipv6", "1");
        }
        if (machine == MachineName.A && !timeWait) {
            all.put("net.ipv4.tcp_max_tw_buckets", "0");
        }
        return all;
    }

    /** A Linux kernel without IPv6 has not even the setting to turn it off; engines elsewhere bring their own kernel. */
    private static boolean hasIpv6() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        return !linux || Files.exists(Path.of("/proc/sys/net/ipv6"));
    }
}
