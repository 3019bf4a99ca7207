package labo.observe;

/**
 * Where and how a timeline was observed.
 *
 * @param sandbox {@code docker} or {@code local}
 * @param traced whether the kernel's source was there; if not, the interpreter's own word stands for it
 * @param captured whether the wire's source was there
 * @param addressA machine A's address, as machine B reaches it
 * @param addressB machine B's address, as machine A reaches it
 */
public record Facts(String sandbox, boolean traced, boolean captured, String addressA, String addressB) {}
