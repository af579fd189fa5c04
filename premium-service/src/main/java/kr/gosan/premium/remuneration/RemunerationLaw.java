package kr.gosan.premium.remuneration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;

/** The legal figures from which remuneration is estimated, by the ids of their parameters. */
public final class RemunerationLaw {

    /** 하도급 노무비율: what of a subcontract counts as remuneration (보험료징수법 시행령 §11②). */
    public static final String SUBCONTRACT_LABOUR_RATIO = "works.labour-ratio.subcontract";

    /** 일반 노무비율: what of the whole works counts where nothing better is known (보험료징수법 시행령 §11②). */
    public static final String GENERAL_LABOUR_RATIO = "works.labour-ratio.general";

    /** The largest share of the contract sum that may be estimated as remuneration. */
    public static final String LABOUR_COST_CAP = "works.labour-ratio.contract-cap";

    /** 기준보수: the standard monthly remuneration of construction-equipment operators. */
    public static final String EQUIPMENT_STANDARD = "accident.equipment.standard-remuneration";

    /** The rate of construction-equipment operators as a job, from 2023-07-01. */
    public static final String EQUIPMENT_JOB_RATE = "accident.job-rate.construction-equipment";

    /** 벌목업 노무비율: won of remuneration per cubic metre of timber. */
    public static final String LOGGING_PER_CUBIC_METRE = "logging.remuneration-per-cubic-metre";

    /** 건설업 월평균보수: the mean monthly remuneration in construction, by which heads are estimated. */
    public static final String CONSTRUCTION_MEAN = "remuneration.construction-monthly-mean";

    private RemunerationLaw() {}

    /** Looks up a figure for a whole insurance year and gathers what is missing. */
    static final class Reading {

        private final LawBook law;
        private final List<LookUp.Refused> refusals = new ArrayList<>();

        Reading(LawBook law) {
            this.law = law;
        }

        /** The figure in force on January 1, when it is known to stand until December 31. */
        Optional<AppliedParameter> ofYear(String id, int insuranceYear) {
            LocalDate first = LocalDate.of(insuranceYear, 1, 1);
            Optional<AppliedParameter> found = on(id, first);
            on(id, first.plusYears(1).minusDays(1));
            return found;
        }

        private Optional<AppliedParameter> on(String id, LocalDate date) {
            return switch (law.on(id, date)) {
                case LookUp.Found it -> Optional.of(it.parameter());
                case LookUp.Refused it -> {
                    refusals.add(it);
                    yield Optional.empty();
                }
            };
        }

        void missing(List<LookUp.Refused> more) {
            refusals.addAll(more);
        }

        List<LookUp.Refused> refusals() {
            return refusals.stream().distinct().toList();
        }
    }
}
