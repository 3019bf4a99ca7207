package labo.machine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import labo.machine.LabException;
import labo.observe.MachineName;

/**
 * A network with two machines on it and nothing else: no way out, no name look-ups, and no address of the host's.
 *
 * @param id the engine's name for it
 * @param number the N of 10.N.0.0/24
 */
record PrivateNetwork(String id, int number) {
    private static final int FIRST = 7;
    private static final int LAST = 254;
    private static final int HOST_A = 11;
    private static final int HOST_B = 12;
    private static final int FORBIDDEN = 403;
    private static final Path NETWORK_SETTINGS = Path.of("/proc/sys/net/ipv4/conf");
    private static final int BRIDGE_DIGITS = 12;
    private static final String STRICT = "1";

    /**
     * Makes one in the first free subnet.
     *
     * @throws LabException {@code NO_START} if none can be made
     */
    static PrivateNetwork create(Engine engine, Owner owner, String name) throws LabException {
        try {
            Set<String> taken = subnets(engine.client());
            for (int number = FIRST; number <= LAST; number++) {
                String subnet = subnet(number);
                if (!taken.contains(subnet)) {
                    try {
                        return new PrivateNetwork(create(engine, owner, name, subnet), number);
                    } catch (DockerException e) {
                        // Another lab was faster, or a larger network covers this one.
                        if (!isOverlap(e)) {
                            throw e;
                        }
                    }
                }
            }
        } catch (RuntimeException e) {
            throw Engine.noStart("network", e);
        }
        throw new LabException(LabException.Fault.NO_START, "no free subnet in 10.0.0.0/8");
    }

    private static String create(Engine engine, Owner owner, String name, String subnet) {
        String id = engine.client()
                .createNetworkCmd()
                .withName(name)
                .withDriver("bridge")
                .withInternal(true)
                .withEnableIpv6(false)
                .withIpam(new Network.Ipam().withConfig(new Network.Ipam.Config().withSubnet(subnet)))
                .withOptions(options(engine))
                .withLabels(owner.labels())
                .exec()
                .getId();
        refuseItsDatagrams(id);
        return id;
    }

    /**
     * Where this process may: has the host's kernel drop what comes from a bridge on which it has no address. Else a
     * datagram to everybody (255.255.255.255, 224.0.0.1) reaches whoever listens on all the host's addresses.
     */
    private static void refuseItsDatagrams(String id) {
        Path setting =
                NETWORK_SETTINGS.resolve("br-" + id.substring(0, BRIDGE_DIGITS)).resolve("rp_filter");
        if (Files.isWritable(setting)) {
            try {
                Files.writeString(setting, STRICT);
            } catch (IOException goneOrRefused) {
                // Then it is as on a machine where this process may not: SECURITY.md says so.
            }
        }
    }

    /** The bridge has no address of the host's, so that nothing of the host's can be reached through it. */
    private static Map<String, String> options(Engine engine) {
        return engine.hasIsolatedGateways()
                ? Map.of("com.docker.network.bridge.gateway_mode_ipv4", "isolated")
                : Map.of("com.docker.network.bridge.inhibit_ipv4", "true");
    }

    private static Set<String> subnets(DockerClient client) {
        return client.listNetworksCmd().exec().stream()
                .map(Network::getIpam)
                .flatMap(ipam -> ipam == null || ipam.getConfig() == null ? Stream.empty() : ipam.getConfig().stream())
                .flatMap(config -> Stream.ofNullable(config.getSubnet()))
                .collect(Collectors.toSet());
    }

    private static boolean isOverlap(DockerException e) {
        return e.getHttpStatus() == FORBIDDEN || String.valueOf(e.getMessage()).contains("overlap");
    }

    private static String subnet(int number) {
        return "10." + number + ".0.0/24";
    }

    /** The machine's IPv4 address. */
    String address(MachineName machine) {
        return "10." + number + ".0." + host(machine);
    }

    /** Bound to the address: who knew the machine before finds its successor there at once. */
    String hardwareAddress(MachineName machine) {
        return String.format("02:42:0a:%02x:00:%02x", number, host(machine));
    }

    private static int host(MachineName machine) {
        return machine == MachineName.A ? HOST_A : HOST_B;
    }
}
