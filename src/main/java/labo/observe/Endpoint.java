package labo.observe;

/**
 * An address and a port.
 *
 * @param host a numeric address, or a name where a program gave one
 * @param port 0 to 65535
 */
public record Endpoint(String host, int port) {
    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
