package labo.classroom.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import labo.classroom.Student;

/** Says whose each thing of a source is. Pure. */
final class Roster {
    /** The folder that tells a clone of a repository. */
    static final String CLONE = ".git";

    /**
     * What Moodle calls a participant's or a group's things ("download all submissions", mod/assign/classes/downloader.php): a
     * folder of that name, with a trailing _ in older releases, or a file whose own name follows. Those in no group have no
     * number. Moodle makes a name's underscores spaces, so what comes first is Moodle's, whatever a student's file is called.
     */
    private static final Pattern MOODLE =
            Pattern.compile("(?s)(?<name>.+?)(?:_(?<id>\\d+))?_assignsubmission_(?<plugin>[a-z]+)(?:_(?<file>.*))?");

    static final String[] PROGRAM = {".py", ".pyw"};
    static final String[] ARCHIVES = {".zip", ".rar", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".xz"};

    private Roster() {}

    /** One student's things; their paths start where the student's folder does. */
    record Share(Student student, List<Leaf> leaves) {
        private Share numbered() {
            String id = student.id();
            return id == null ? this : new Share(new Student(student.key(), student.name() + " " + id, id), leaves);
        }
    }

    /** Each student's share, by name; what lies beside them and is nobody's program is left out. */
    static List<Share> shares(List<Leaf> all) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Leaf leaf : unwrapped(all)) {
            if (isNobodys(leaf)) {
                continue;
            }
            Share one = share(leaf);
            Share whole =
                    shares.computeIfAbsent(one.student().key(), key -> new Share(one.student(), new ArrayList<>()));
            if (leaf.kind() != Leaf.Kind.FOLDER) {
                whole.leaves().addAll(one.leaves());
            }
        }
        Comparator<Student> byName = Comparator.comparing(Student::name).thenComparing(Student::key);
        return told(shares.values()).stream()
                .sorted(Comparator.comparing(Share::student, byName))
                .toList();
    }

    /** With their numbers behind the names that several have: all of a class, where Moodle hides names. */
    private static List<Share> told(Collection<Share> shares) {
        Map<String, Long> names = shares.stream()
                .collect(Collectors.groupingBy(share -> share.student().name(), Collectors.counting()));
        return shares.stream()
                .map(share -> names.getOrDefault(share.student().name(), 0L) > 1 ? share.numbered() : share)
                .toList();
    }

    /** Clutter, but not what marks a clone; and files on top that are no hand-in, such as instructions. */
    private static boolean isNobodys(Leaf leaf) {
        String path = leaf.path();
        if (Paths.isClutter(path)) {
            return !path.endsWith("/" + CLONE);
        }
        boolean onTop = path.indexOf('/') < 0;
        return onTop
                && !Paths.ends(path, PROGRAM)
                && !Paths.ends(path, ARCHIVES)
                && !MOODLE.matcher(path).matches();
    }

    private static Share share(Leaf leaf) {
        String top = Paths.first(leaf.path());
        boolean file = top.equals(leaf.path());
        Matcher moodle = MOODLE.matcher(top);
        if (Paths.leadsOut(top) || top.isEmpty()) {
            return new Share(new Student(leaf.path(), leaf.path(), null), List.of(leaf));
        }
        if (moodle.matches()) {
            String plugin = moodle.group("plugin");
            String own = file ? flatName(moodle) : Paths.rest(leaf.path());
            String path = plugin.equals("onlinetext") ? OnlineText.FOLDER + "/" + own : own;
            String id = moodle.group("id");
            String name = moodle.group("name");
            Student student = new Student(id == null ? name : id, name, id);
            return new Share(student, List.of(leaf.at(path)));
        }
        String name = file ? Paths.stem(top) : top;
        return new Share(new Student(name, name, null), List.of(leaf.at(file ? top : Paths.rest(leaf.path()))));
    }

    private static String flatName(Matcher moodle) {
        String file = moodle.group("file");
        return file == null || file.isEmpty() ? moodle.group("plugin") : file;
    }

    /** Without the folder around the class's folders, where there is one: archives often have it. */
    private static List<Leaf> unwrapped(List<Leaf> all) {
        List<Leaf> seen = all.stream()
                .filter(leaf ->
                        !Paths.isClutter(leaf.path()) || Paths.last(leaf.path()).equals(CLONE))
                .toList();
        Set<String> tops = seen.stream().map(leaf -> Paths.first(leaf.path())).collect(Collectors.toSet());
        if (tops.size() != 1 || seen.stream().anyMatch(leaf -> leaf.path().indexOf('/') < 0)) {
            return all;
        }
        String top = tops.iterator().next();
        return MOODLE.matcher(top).matches() || Paths.leadsOut(top) || !holdsAClass(seen)
                ? all
                : seen.stream().map(leaf -> leaf.at(Paths.rest(leaf.path()))).toList();
    }

    /** Whether what is in the one folder are students' folders, rather than the parts of one program. */
    private static boolean holdsAClass(List<Leaf> seen) {
        Set<String> folders = new TreeSet<>();
        boolean program = false;
        boolean moodle = false;
        for (Leaf leaf : seen) {
            String inside = Paths.rest(leaf.path());
            moodle |= MOODLE.matcher(Paths.first(inside)).matches();
            if (inside.indexOf('/') >= 0) {
                folders.add(Paths.first(inside));
            } else {
                program |= Paths.ends(inside, ".py") || inside.equals(CLONE);
            }
        }
        return moodle || (!program && folders.size() > 1);
    }
}
