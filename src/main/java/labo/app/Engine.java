package labo.app;

import java.util.Optional;
import labo.machine.LabException;

/** The container engine as the commands see it. */
interface Engine {
    /**
     * What is known of an engine that answers.
     *
     * @param version its own
     * @param imageName the name and tag of the image that belongs to this version of the lab
     * @param image what it has of that image
     */
    record Status(String version, String imageName, Image image) {
        boolean imageReady() {
            return image == Image.READY;
        }
    }

    /** What the engine has of the machines' image. */
    enum Image {
        /** The one that belongs to this version of the lab. */
        READY,
        /** Another version's alone. */
        STALE,
        /** None. */
        ABSENT
    }

    /** Asks the engine; empty if none answers. */
    Optional<Status> status() throws InterruptedException;

    /**
     * Builds the image, unless it is there.
     *
     * @throws LabException if it cannot be built
     */
    void build(Progress progress) throws LabException, InterruptedException;
}
