package labo.diagnose;

import java.util.Optional;
import java.util.regex.Pattern;

/** A module is used without import. */
final class MissingImport implements Misconception {
    private static final Pattern MODULE = Pattern.compile(
            "name '(socket|sys|time|threading|select|selectors|struct|os|hashlib|json|re|random|errno)' is not defined");

    @Override
    public String id() {
        return "missing-import";
    }

    @Override
    public Optional<Finding> recognise(Case observed) {
        return observed.fault()
                .filter(fault -> fault.is("NameError"))
                .flatMap(fault -> MODULE.matcher(fault.message())
                        .results()
                        .findFirst()
                        .map(found -> Finding.at(fault, found.group(1))));
    }
}
