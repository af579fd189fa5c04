package kr.gosan.premium.law;

import java.time.LocalDate;

/** A stretch of a year in which a row's rate does not change; both days inclusive. */
public record RatePeriod(LocalDate from, LocalDate to, ComposedRate rate) {}
