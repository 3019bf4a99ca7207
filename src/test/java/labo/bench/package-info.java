/** How long things take, measured side by side; run by {@code mvn -Pbench verify} alone. */
@NullMarked
package labo.bench;

import org.jspecify.annotations.NullMarked;
