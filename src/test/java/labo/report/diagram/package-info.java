@NullMarked
package labo.report.diagram;

import org.jspecify.annotations.NullMarked;
