/**
 * The other side of every payment, for the sandbox: banks, giro, the card network and the collector of arrears, played over
 * HTTP with signed messages. It moves no money and keeps everything in memory.
 */
package kr.gosan.sandbox;
