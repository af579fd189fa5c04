/**
 * The institutions money comes from and goes to. What is asked of one is an interface named by what it does; each is
 * implemented once, by signed messages over HTTP, and a real connection would replace that implementation alone.
 *
 * <p>Every order carries a request id. An institution carries out an order once, however often it hears it: whoever has no
 * answer asks again with the same id and the same content, also days later and after a crash. So: store the id first, then
 * ask.
 */
package kr.gosan.payment.institution;
