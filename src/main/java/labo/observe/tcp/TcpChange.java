package labo.observe.tcp;

import labo.observe.Event;

/**
 * One side went from one state to another.
 *
 * @param time when that was seen, seconds since the epoch
 * @param cause what was seen: a packet; a call for {@code LISTEN}; where no packets were captured, a call or what machine B
 *     told
 */
public record TcpChange(double time, TcpState from, TcpState to, TcpSignal signal, Event cause) {}
