package kr.gosan.coverage.rule;

import java.util.Set;
import kr.gosan.coverage.law.Timeliness;

/**
 * An accepted acquisition.
 *
 * @param unemploymentInsured whether the unemployment chapters apply too; stability and skills always do
 */
public record Acquired(
        InsuredPeriod period, boolean unemploymentInsured, Timeliness timeliness, Set<Warning> warnings) {}
