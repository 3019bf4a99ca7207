package labo.sequence;

import labo.observe.Endpoint;
import labo.observe.MachineName;

/** The two ends of a connection, or of an exchange of datagrams. */
public record Flow(Endpoint a, Endpoint b) {
    /** That machine's end. */
    public Endpoint end(MachineName machine) {
        return machine == MachineName.A ? a : b;
    }
}
