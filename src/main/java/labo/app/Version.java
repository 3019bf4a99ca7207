package labo.app;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String written = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Labo Sockets " + (written == null ? "(dev)" : written)};
    }
}
