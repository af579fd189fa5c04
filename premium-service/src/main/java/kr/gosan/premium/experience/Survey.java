package kr.gosan.premium.experience;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.WorkplaceKind;

/**
 * What the survey of the experience rate states (개별실적요율 조사서, form 10704).
 *
 * @param rateYear the insurance year the rate is for
 * @param worksTotal total of the works two years before the rate year; of a construction collective
 * @param regularWorkers mean regular workers; of any other business
 * @param premiums industrial-accident premiums of the three years, above zero
 * @param accidents benefits paid in the three years, by accident
 * @param deaths deaths by accident in the three years: own workers, those of subcontractors, dispatched ones
 * @param published whether the business was published for concealing or not reporting accidents
 */
public record Survey(
        int rateYear,
        WorkplaceKind kind,
        LocalDate establishedOn,
        Optional<Won> worksTotal,
        Optional<Integer> regularWorkers,
        Won premiums,
        List<Accident> accidents,
        int deaths,
        boolean published) {

    public Survey {
        accidents = List.copyOf(accidents);
    }

    /** @param ownWorker whether the injured person was employed by the business that files the survey */
    public record Accident(Circumstance circumstance, boolean ownWorker, Won benefits) {}

    /** Whose accident it is (보험료징수법 §15③): the employer's of the worker, or that of who broke the safety Act. */
    public enum Circumstance {
        /** Nothing shifts it: it counts for the worker's employer. */
        ORDINARY,
        /** 파견근로자: counts for the business that used the worker. */
        DISPATCHED,
        /** 도급인 broke 산업안전보건법 §58 or §59 by contracting out: counts for the contractor. */
        PROHIBITED_CONTRACTING,
        /** 수급인 broke 산업안전보건법 §60 by subletting: counts for that subcontractor. */
        PROHIBITED_SUBLETTING,
        /** 도급인 broke 산업안전보건법 §62–§65: counts for the contractor. */
        CONTRACTORS_BREACH,
        /** As before, and the subcontractor broke §38 or §39 too: half for each. */
        SHARED_BREACH
    }
}
