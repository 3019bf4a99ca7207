/** The states of TCP's sockets (RFC 9293), read off a timeline. Pure. */
@NullMarked
package labo.observe.tcp;

import org.jspecify.annotations.NullMarked;
