package labo.machine.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import labo.machine.LabException;

/** Takes the turn, says so, and holds it until its input ends. */
final class TurnHolder {
    private TurnHolder() {}

    /**
     * The program.
     *
     * @param arguments the lock's file
     */
    public static void main(String[] arguments) throws LabException, InterruptedException, IOException {
        HostTurn turn = HostTurn.take(Path.of(arguments[0]), Duration.ofMinutes(1));
        System.out.println("taken");
        System.in.read();
        turn.close();
    }
}
