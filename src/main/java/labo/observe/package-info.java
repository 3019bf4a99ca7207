/** What was seen on the two machines: events and the timeline that orders them. Imports nothing of ours. */
@NullMarked
package labo.observe;

import org.jspecify.annotations.NullMarked;
