package labo.observe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds what a source says. */
public final class ScanBuilder {
    private final List<Scan.Named> imports = new ArrayList<>();
    private final List<Scan.Function> functions = new ArrayList<>();
    private final List<Scan.Named> bare = new ArrayList<>();
    private final List<Scan.Invocation> calls = new ArrayList<>();
    private final List<Scan.Handler> handlers = new ArrayList<>();
    private final List<String> shadows = new ArrayList<>();
    private boolean onlyDefinitions;
    private Scan.@Nullable Fault fault;

    /** A source that says nothing yet. */
    public static ScanBuilder source() {
        return new ScanBuilder();
    }

    public ScanBuilder imports(String name, int line) {
        imports.add(new Scan.Named(name, line));
        return this;
    }

    public ScanBuilder function(String name, int line, boolean called) {
        functions.add(new Scan.Function(name, line, called));
        return this;
    }

    public ScanBuilder bare(String name, int line) {
        bare.add(new Scan.Named(name, line));
        return this;
    }

    public ScanBuilder call(String name, int line, String... arguments) {
        calls.add(new Scan.Invocation(name, line, List.of(arguments), false, null));
        return this;
    }

    public ScanBuilder loopCall(String name, int line) {
        calls.add(new Scan.Invocation(name, line, List.of(), true, null));
        return this;
    }

    /** An except clause for everything. */
    public ScanBuilder bareExcept(int line) {
        handlers.add(new Scan.Handler(line, List.of(), "pass", true));
        return this;
    }

    public ScanBuilder shadows(String name) {
        shadows.add(name);
        return this;
    }

    public ScanBuilder onlyDefinitions() {
        onlyDefinitions = true;
        return this;
    }

    public ScanBuilder fault(String message, int line) {
        fault = new Scan.Fault(message, line, 1, null);
        return this;
    }

    public Scan build() {
        return new Scan(
                1000, imports, functions, bare, calls, handlers, List.of(), List.of(), shadows, onlyDefinitions, fault);
    }
}
