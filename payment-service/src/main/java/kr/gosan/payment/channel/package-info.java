/**
 * The ways to pay: when each takes money for a slip, what the payer bears on top, and why it refuses. Pure: hours, fees and
 * bounds are legal parameters, the moment is an argument.
 */
package kr.gosan.payment.channel;
