package kr.gosan.premium.amendment;

import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.premium.amendment.rules.Figures;
import kr.gosan.premium.amendment.rules.RemainingInstalments.Billed;
import kr.gosan.premium.filing.ReturnRequest;

/**
 * What of a return is in force: the return as filed, or as its last accepted correction left it.
 *
 * @param no the correction in force; 0 for the return itself
 * @param content the whole return; the number of a refund account is masked
 * @param instalments by insurance; empty for one whose estimate is paid at once
 * @param estimateReduced whether the estimate was reduced (보험료징수법 §18②), so that the 70–130 % rule no longer shapes it
 */
public record InForce(
        int no,
        ReturnRequest content,
        Figures figures,
        Map<Insurance, List<Billed>> instalments,
        boolean estimateReduced) {}
