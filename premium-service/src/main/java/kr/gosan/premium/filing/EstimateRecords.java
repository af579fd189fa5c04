package kr.gosan.premium.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.premium.calculation.PaidPeriod;

/**
 * What was estimated for a year and what of it is paid, from the return of the year before and the payments of its slips.
 *
 * <p>{@link PaidPeriod} says what counts as paid; never more than was reported: the rest is returned under
 * 보험료징수법 §23. Of a slip that is with the National Health Insurance Service everything is paid that it has not to collect any
 * more, unless it lapsed; the lump-sum discount is void then (§17④), and late charges are no premium.
 */
@Singleton
public class EstimateRecords {

    private final PremiumReturnStore store;
    private final SlipStore slips;
    private final EstimatesInForce inForce;
    private final ObjectMapper mapper;

    public EstimateRecords(PremiumReturnStore store, SlipStore slips, EstimatesInForce inForce, ObjectMapper mapper) {
        this.store = store;
        this.slips = slips;
        this.inForce = inForce;
        this.mapper = mapper;
    }

    /** Empty when no return of the year before is on record, or it estimated nothing. */
    public Optional<RecordedEstimate> of(WorkplaceNumber workplace, int insuranceYear) {
        return store.filedFor(workplace, insuranceYear - 1).map(this::recorded);
    }

    private RecordedEstimate recorded(PremiumReturn earlier) {
        Map<Fund, Won> reported = inForce.of(earlier.id());
        Map<Fund, Won> paid = new EnumMap<>(Fund.class);
        List<SlipView> told = slips.of(earlier.id());
        for (JsonNode insurance :
                tree(earlier.filed().orElseThrow().calculation()).path("insurances")) {
            settled(insurance, told).forEach((fund, amount) -> paid.merge(fund, amount, Won::plus));
        }
        for (SlipView slip : told) {
            if (slip.adjustmentId() != null) {
                ofSlip(slip.figures(), Optional.of(slip))
                        .forEach((fund, amount) -> paid.merge(fund, amount, Won::plus));
            }
        }
        Map<Fund, PreviousEstimate.Amounts> amounts = new EnumMap<>(Fund.class);
        for (Fund fund : Fund.values()) {
            Won estimate = reported.getOrDefault(fund, Won.ZERO);
            amounts.put(
                    fund,
                    new PreviousEstimate.Amounts(
                            estimate, paid.getOrDefault(fund, Won.ZERO).min(estimate)));
        }
        return new RecordedEstimate(earlier.id(), amounts);
    }

    private static Map<Fund, Won> settled(JsonNode insurance, List<SlipView> slips) {
        Insurance which = Insurance.valueOf(insurance.path("insurance").asText());
        Map<Fund, Won> settled = new EnumMap<>(Fund.class);
        for (JsonNode period : insurance.path("periods")) {
            int number = period.path("period").asInt();
            Optional<SlipView> slip = slips.stream()
                    .filter(each -> each.adjustmentId() == null && each.insurance() == which && each.period() == number)
                    .findFirst();
            ofPeriod(period, slip).forEach((fund, amount) -> settled.merge(fund, amount, Won::plus));
        }
        return settled;
    }

    private static Map<Fund, Won> ofPeriod(JsonNode period, Optional<SlipView> slip) {
        List<PaidPeriod.Row> rows = new ArrayList<>();
        for (JsonNode fund : period.path("funds")) {
            rows.add(new PaidPeriod.Row(
                    Fund.valueOf(fund.path("fund").asText()),
                    won(fund, "confirmedAdditional"),
                    won(fund, "estimate"),
                    won(fund, "lumpSumDiscount")));
        }
        return ofSlip(
                slip.map(SlipView::figures).filter(told -> !told.isEmpty()).orElse(rows), slip);
    }

    private static Map<Fund, Won> ofSlip(List<PaidPeriod.Row> rows, Optional<SlipView> slip) {
        if (slip.filter(each -> each.arrears().withCollector()).isPresent()) {
            Map<Fund, Won> paid = new EnumMap<>(Fund.class);
            rows.forEach(
                    row -> paid.put(row.fund(), slip.get().arrears().paidOf(row.fund(), row.estimate(), row.setOff())));
            return paid;
        }
        return new PaidPeriod(
                        rows,
                        slip.map(SlipView::settlesEstimate).orElse(true),
                        slip.map(EstimateRecords::inTime).orElse(true),
                        slip.map(SlipView::paid).orElse(Won.ZERO))
                .byFund();
    }

    /** The last payment by the due date as it was extended. */
    private static boolean inTime(SlipView slip) {
        LocalDate due =
                slip.dueDate() == null ? BusinessCalendar.korea().extended(slip.statutoryDueDate()) : slip.dueDate();
        return slip.paidOn() == null || !slip.paidOn().isAfter(due);
    }

    private static Won won(JsonNode at, String field) {
        return Won.of(at.path(field).asLong());
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
