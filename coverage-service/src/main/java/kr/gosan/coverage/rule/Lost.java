package kr.gosan.coverage.rule;

import kr.gosan.coverage.law.Timeliness;

/** An accepted loss: the period as it is now, closed. */
public record Lost(InsuredPeriod period, Timeliness timeliness) {}
