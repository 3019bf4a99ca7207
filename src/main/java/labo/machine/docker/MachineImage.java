package labo.machine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.Image;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import labo.machine.LabException;
import labo.machine.docker.ImageProgress.Phase;
import org.jspecify.annotations.Nullable;

/**
 * The image that both machines are made of. Its tag names what it is built from, so that after a change of the agents, or
 * of how it is built, the old image simply is no longer the one that is asked for.
 */
public final class MachineImage {
    private static final String NAME = "labo-machine";
    private static final String BASE_NAME = "labo-base";
    private static final String BASE_SCRIPT = "image/base.sh";
    private static final String LABEL = "labo.image";
    private static final Pattern STEP = Pattern.compile("^Step (\\d+)/(\\d+) ");

    private final Path grader;

    /**
     * @param grader the folder of what runs inside the machines, with {@code agent/} and {@code image/}
     */
    public MachineImage(Path grader) {
        this.grader = grader.toAbsolutePath();
    }

    /** The image's name and tag, for the files as they are now. */
    public String tag() {
        return NAME + ":" + context().digest();
    }

    /** The base's recipe is named in it too: what is built on another base is another image. */
    private BuildContext context() {
        SortedMap<String, Path> files =
                new TreeMap<>(BuildContext.of(recipe("Dockerfile"), "agent", grader.resolve("agent"))
                        .files());
        files.put(BASE_SCRIPT, recipe("base.sh"));
        return new BuildContext(files);
    }

    private String baseTag() {
        SortedMap<String, Path> script = new TreeMap<>(Map.of(BASE_SCRIPT, recipe("base.sh")));
        return BASE_NAME + ":" + new BuildContext(script).digest();
    }

    private Path recipe(String name) {
        return grader.resolve("image").resolve(name);
    }

    /** Whether the engine has the image for the files as they are now. */
    public boolean isBuilt(Engine engine) {
        return isThere(engine, tag());
    }

    /** Whether the engine has an image of this name, but none for the files as they are now. */
    public boolean isStale(Engine engine) {
        return !isBuilt(engine)
                && engine.client().listImagesCmd().withLabelFilter(Map.of(LABEL, NAME)).exec().stream()
                        .map(Image::getRepoTags)
                        .filter(Objects::nonNull)
                        .flatMap(Arrays::stream)
                        .anyMatch(tag -> tag.startsWith(NAME + ":"));
    }

    static boolean isThere(Engine engine, String tag) {
        try {
            engine.client().inspectImageCmd(tag).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * Builds the image, unless it is there. The base comes from this machine's Debian tools where they are there, else from
     * a registry; it is kept, so that a change of the agents costs seconds.
     *
     * @throws LabException {@code NO_IMAGE}; the message says which ways were tried, and what came of each
     */
    public void build(Engine engine, ImageProgress progress) throws LabException, InterruptedException {
        String tag = tag();
        if (isThere(engine, tag)) {
            return;
        }
        List<String> failures = new ArrayList<>();
        String base = ownBase(engine, progress, failures);
        if (base == null) {
            // The Dockerfile names the one to fetch.
            progress.at(Phase.PULL, -1);
        }
        try {
            progress.at(Phase.BUILD, 0);
            build(engine.client(), context(), base, tag, (done, all) -> progress.at(Phase.BUILD, done / all));
            progress.at(Phase.BUILD, 1);
        } catch (IOException | RuntimeException e) {
            failures.add((base == null ? "on a base from a registry: " : "adding the agents: ") + e.getMessage());
            throw new LabException(LabException.Fault.NO_IMAGE, String.join("; ", failures), e);
        }
    }

    private @Nullable String ownBase(Engine engine, ImageProgress progress, List<String> failures)
            throws InterruptedException {
        String tag = baseTag();
        if (isThere(engine, tag)) {
            return tag;
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("labo-base-");
            Path archive = folder.resolve("base.tar");
            progress.at(Phase.BASE, -1);
            runBaseScript(archive, folder.resolve("base.log"));
            progress.at(Phase.IMPORT, -1);
            Path dockerfile = folder.resolve(BuildContext.DOCKERFILE);
            Files.writeString(dockerfile, "FROM scratch\nADD base.tar /\n");
            var context =
                    new BuildContext(new TreeMap<>(Map.of(BuildContext.DOCKERFILE, dockerfile, "base.tar", archive)));
            build(engine.client(), context, null, tag, (done, all) -> progress.at(Phase.IMPORT, done / all));
            return tag;
        } catch (IOException | RuntimeException e) {
            failures.add("on a base made on this machine: " + e.getMessage());
            return null;
        } finally {
            removeFolder(folder);
        }
    }

    private void runBaseScript(Path archive, Path log) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("sh", recipe("base.sh").toString(), archive.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            script.getOutputStream().close();
            if (script.waitFor() != 0) {
                throw new IOException("base.sh ended with " + script.exitValue() + ": " + lastLines(log));
            }
        } finally {
            script.descendants().forEach(ProcessHandle::destroy);
            script.destroy();
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines =
                Files.readString(log, StandardCharsets.UTF_8).lines().toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private static void removeFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        for (String name : List.of("base.tar", "base.log", BuildContext.DOCKERFILE, "")) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                // In the system's temporary folder: it is cleaned by the system, if not by us.
            }
        }
    }

    /** What the engine says of the steps: how many are done, of how many. */
    private interface Steps {
        void at(double done, double all);
    }

    private static void build(DockerClient client, BuildContext context, @Nullable String base, String tag, Steps steps)
            throws IOException, InterruptedException {
        Path packed = Files.createTempFile("labo-context-", ".tar");
        try {
            context.writeTo(packed);
            try (InputStream tar = Files.newInputStream(packed)) {
                build(client, tar, base, tag, steps);
            }
        } finally {
            Files.deleteIfExists(packed);
        }
    }

    private static void build(DockerClient client, InputStream tar, @Nullable String base, String tag, Steps steps)
            throws IOException, InterruptedException {
        var command = client.buildImageCmd(tar)
                .withDockerfilePath(BuildContext.DOCKERFILE)
                .withTags(Set.of(tag))
                // Who cleans up knows by it what is ours.
                .withLabels(Map.of(LABEL, tag.substring(0, tag.indexOf(':'))))
                .withRemove(true)
                .withForcerm(true);
        if (base != null) {
            // It has all packages: nothing is fetched, and an engine without a bridge can build it too.
            command.withBuildArg("BASE", base).withNetworkMode("none");
        }
        try (BuildListener listener = command.exec(new BuildListener(steps))) {
            listener.awaitCompletion();
            String failure = listener.failure.get();
            if (failure != null) {
                throw new IOException(failure);
            }
        }
    }

    private static final class BuildListener extends ResultCallback.Adapter<BuildResponseItem> {
        private final Steps steps;
        private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

        BuildListener(Steps steps) {
            this.steps = steps;
        }

        @Override
        public void onNext(BuildResponseItem item) {
            var error = item.getErrorDetail();
            if (error != null) {
                failure.set(String.valueOf(error.getMessage()));
            }
            String text = item.getStream();
            Matcher step = STEP.matcher(text == null ? "" : text);
            if (step.find()) {
                steps.at(Double.parseDouble(step.group(1)) - 1, Double.parseDouble(step.group(2)));
            }
        }
    }
}
