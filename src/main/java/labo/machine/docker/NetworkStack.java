package labo.machine.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import labo.observe.MachineName;

/** Where a container's sockets live: its network namespace (network_namespaces(7)). */
sealed interface NetworkStack {
    /** What the container's host configuration says of it, added to {@code config}. */
    HostConfig in(HostConfig config);

    /** What the container's own configuration says of it, added to {@code command}. */
    CreateContainerCmd in(CreateContainerCmd command);

    /** Settings of the kernel that hold in it, by name. */
    Map<String, String> kernelSettings();

    /**
     * One that the container brings with it, on the lab's network.
     *
     * @param machine whose addresses it has
     * @param timeWait whether machine A's connections linger in TIME-WAIT, as on any ordinary machine; without, a server
     *     can be started again at once
     */
    record Own(MachineName machine, PrivateNetwork network, boolean timeWait) implements NetworkStack {
        @Override
        public HostConfig in(HostConfig config) {
            return config.withNetworkMode(network.id()).withDns(List.of("0.0.0.0"));
        }

        @Override
        public CreateContainerCmd in(CreateContainerCmd command) {
            return command.withHostName("machine-" + machine.name().toLowerCase(Locale.ROOT))
                    .withIpv4Address(network.address(machine))
                    .withMacAddress(network.hardwareAddress(machine));
        }

        @Override
        public Map<String, String> kernelSettings() {
            Map<String, String> all = new HashMap<>();
            // Engines open the low ports to everybody in a container; on the machines of this course they are root's.
            all.put("net.ipv4.ip_unprivileged_port_start", "1024");
            // Else a connection begins with what the one before it found out about the way (tcp(7)).
            all.put("net.ipv4.tcp_no_metrics_save", "1");
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
            boolean linux =
                    System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
            return !linux || Files.exists(Path.of("/proc/sys/net/ipv6"));
        }
    }

    /**
     * The one of a container that is there already, with its name, its addresses and its settings.
     *
     * @param container the engine's name for it
     */
    record Shared(String container) implements NetworkStack {
        @Override
        public HostConfig in(HostConfig config) {
            return config.withNetworkMode("container:" + container);
        }

        @Override
        public CreateContainerCmd in(CreateContainerCmd command) {
            return command;
        }

        @Override
        public Map<String, String> kernelSettings() {
            return Map.of();
        }
    }
}
