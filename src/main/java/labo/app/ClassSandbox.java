package labo.app;

import java.util.Optional;

/**
 * Where a class's programs run: in containers, unless the local sandbox was asked for by name.
 *
 * @param image what the machines are made of
 */
record ClassSandbox(Sandbox sandbox, String image) {
    /** @throws Problem if that sandbox is not to be had on this machine */
    static ClassSandbox of(LabOptions lab, World world) throws InterruptedException {
        if (lab.isLocal()) {
            String python = world.backstage().python().orElseThrow(() -> Problem.environment("class.no-python"));
            return new ClassSandbox(Sandbox.LOCAL, python);
        }
        Optional<Engine.Status> status = world.backstage().engine().status();
        Engine.Status engine = status.orElseThrow(() -> Problem.environment("class.no-engine"));
        if (!engine.imageReady()) {
            throw Problem.environment("class.no-image");
        }
        return new ClassSandbox(Sandbox.DOCKER, engine.imageName());
    }

    /** How many at a time, as far as the sandbox can: the local one has a single set of ports. */
    int atOnce(int asked, Notices notices) {
        if (sandbox == Sandbox.LOCAL) {
            notices.say("class.local");
            return 1;
        }
        return asked;
    }
}
