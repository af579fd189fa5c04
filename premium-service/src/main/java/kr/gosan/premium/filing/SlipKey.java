package kr.gosan.premium.filing;

import java.util.UUID;
import kr.gosan.kernel.money.Insurance;

/**
 * What a slip is for.
 *
 * @param originId the return, or the correction (its adjustmentId) for what a correction adds
 * @param period 0 for a lump sum and for a correction, else the number of the instalment
 */
record SlipKey(UUID originId, Insurance insurance, int period) {}
