/** Benchmarks: what the product costs, always beside a yardstick measured in the same run on the same machine. */
package kr.gosan.bench;
