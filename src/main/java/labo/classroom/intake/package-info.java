/** From a folder or an archive, in any of the forms that teachers have, to each student's program. */
@NullMarked
package labo.classroom.intake;

import org.jspecify.annotations.NullMarked;
