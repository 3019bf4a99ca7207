package labo.machine;

/** The agent's answer {@code "ok": false}: it understood, and could not do it. */
public final class AgentRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    /**
     * @param error the protocol's word: {@code refused reset ended timeout cancelled usage failed busy unsupported} …
     * @param message the agent's detail, in English
     */
    public AgentRefusal(String error, String message) {
        super(error + ": " + message);
        this.error = error;
    }

    /** The protocol's word for it. */
    public String error() {
        return error;
    }
}
