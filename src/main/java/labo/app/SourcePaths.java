package labo.app;

import java.nio.file.Path;
import java.util.List;

/**
 * Where submitted files are in the repository that a CI service has checked out.
 *
 * @param workspace the repository's folder, absolute
 * @param files the submitted files, absolute
 */
record SourcePaths(Path workspace, List<Path> files) {
    SourcePaths {
        workspace = workspace.normalize();
        files = files.stream().map(Path::normalize).toList();
    }

    /** The files of a run in {@code world}: GitHub Actions names its workspace; elsewhere it is where the user is. */
    static SourcePaths of(World world, List<Path> files) {
        String workspace = world.environment().getOrDefault("GITHUB_WORKSPACE", "");
        return new SourcePaths(world.path(workspace), files);
    }

    /** The path of the file of that name, with {@code /}, from the repository's folder where it is inside. */
    String inRepository(String name) {
        return files.stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .map(file -> file.startsWith(workspace) ? workspace.relativize(file) : file)
                .map(file -> file.toString().replace('\\', '/'))
                .orElse(name);
    }
}
