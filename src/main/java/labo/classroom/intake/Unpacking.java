package labo.classroom.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import labo.report.Texts;

/** Takes a student's archive apart, in memory, and refuses what no honest one holds. */
final class Unpacking {
    /** The most that a student's own archive may hold, in octets. */
    static final int MOST_ARCHIVE = 16 << 20;
    /** The most entries in it. */
    static final int MOST_ENTRIES = 2_000;

    private static final byte[] ENTRY = {'P', 'K', 1, 2};

    private final Texts texts;

    Unpacking(Texts texts) {
        this.texts = texts;
    }

    /** The share without clutter, and with what its archives hold in their place. */
    List<Leaf> unpacked(List<Leaf> share, List<String> remarks) throws IOException, Refusal {
        List<Leaf> all = new ArrayList<>();
        for (Leaf leaf : checked(share, "", remarks)) {
            if (!Paths.ends(leaf.path(), ".zip")) {
                all.add(leaf);
                continue;
            }
            for (Leaf inside : checked(entries(leaf), leaf.path() + "/", remarks)) {
                all.add(inside.at(Paths.stem(leaf.path()) + "/" + inside.path()));
            }
        }
        return all;
    }

    /** Without folders, clutter and harmless links. */
    private List<Leaf> checked(List<Leaf> leaves, String where, List<String> remarks) throws Refusal {
        Set<String> seen = new HashSet<>();
        List<Leaf> good = new ArrayList<>();
        for (Leaf leaf : leaves) {
            String named = where + leaf.path();
            if (Paths.leadsOut(leaf.path())) {
                throw new Refusal(texts.get("refused.leads-out", named));
            }
            if (leaf.kind() == Leaf.Kind.FOLDER || Paths.isClutter(leaf.path())) {
                continue;
            }
            if (!seen.add(leaf.path())) {
                throw new Refusal(texts.get("refused.twice", named));
            }
            if (isFile(leaf, named, remarks)) {
                good.add(leaf);
            }
        }
        return good;
    }

    private boolean isFile(Leaf leaf, String named, List<String> remarks) throws Refusal {
        if (leaf.kind() == Leaf.Kind.FILE) {
            return true;
        }
        String key = leaf.kind() == Leaf.Kind.LINK ? "link" : "special";
        if (Paths.ends(leaf.path(), Roster.PROGRAM) || Paths.ends(leaf.path(), ".zip")) {
            throw new Refusal(texts.get("refused." + key, named));
        }
        remarks.add(texts.get("ignored." + key, named));
        return false;
    }

    private List<Leaf> entries(Leaf archive) throws IOException, Refusal {
        byte[] octets = archive.read(MOST_ARCHIVE);
        if (octets.length > MOST_ARCHIVE) {
            throw new Refusal(texts.get("refused.archive.large", archive.path(), MOST_ARCHIVE >> 20));
        }
        if (entryCount(octets) > MOST_ENTRIES) {
            throw new Refusal(texts.get("refused.archive.entries", archive.path(), MOST_ENTRIES));
        }
        // In memory: there is nothing to give back.
        try {
            return ZipTree.of(octets).leaves();
        } catch (IOException broken) {
            throw new Refusal(texts.get("refused.archive.broken", archive.path()));
        }
    }

    /** How many entries an archive has, at most: what it says itself may be a lie. */
    private static int entryCount(byte[] archive) {
        int count = 0;
        for (int i = 0; i + ENTRY.length <= archive.length; i++) {
            if (archive[i] == ENTRY[0]
                    && archive[i + 1] == ENTRY[1]
                    && archive[i + 2] == ENTRY[2]
                    && archive[i + 3] == ENTRY[3]) {
                count++;
            }
        }
        return count;
    }
}
