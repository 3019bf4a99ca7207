package labo.machine;

import java.io.IOException;
import java.nio.file.Path;
import labo.machine.docker.DockerLabs;
import labo.machine.docker.MachineImage;
import labo.machine.local.LocalLabs;

/** Opens a lab, renews it, says so, and holds it until it is killed. */
public final class LabHolder {
    private LabHolder() {}

    /**
     * The program.
     *
     * @param arguments {@code docker} or {@code local}, and the grader's folder
     */
    public static void main(String[] arguments) throws LabException, InterruptedException, IOException {
        Path grader = Path.of(arguments[1]);
        try (Labs labs = "docker".equals(arguments[0])
                        ? new DockerLabs(new MachineImage(grader))
                        : new LocalLabs(grader.resolve("agent"));
                Lab lab = labs.open()) {
            lab.renew();
            System.out.println(lab.facts().sandbox());
            // The test never writes: this ends with the process.
            System.in.read();
        }
    }
}
