@NullMarked
package labo.report;

import org.jspecify.annotations.NullMarked;
