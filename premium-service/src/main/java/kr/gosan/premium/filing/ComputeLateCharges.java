package kr.gosan.premium.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.premium.arrears.Arrears;
import kr.gosan.premium.arrears.SlipDebt;
import kr.gosan.premium.deadline.Extension;
import kr.gosan.premium.extension.DeadlineExtensions;

/** Computes the late charges of a filed return's slips as they stand on a day. Nothing is stored and nothing demanded. */
@Singleton
public class ComputeLateCharges {

    private final SlipStore slips;
    private final DeadlineExtensions extensions;
    private final LawBook book;
    private final ObjectMapper mapper;

    public ComputeLateCharges(SlipStore slips, DeadlineExtensions extensions, LawBook book, ObjectMapper mapper) {
        this.slips = slips;
        this.extensions = extensions;
        this.book = book;
        this.mapper = mapper;
    }

    /** Either the charges or every look-up that had no answer. */
    sealed interface Answer {

        record Known(LateChargesView view) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    Answer of(PremiumReturn filed, KnownWorkplace workplace, LocalDate on) {
        JsonNode calculation = tree(filed.filed().orElseThrow().calculation());
        List<Extension> moved = extensions.of(workplace);
        List<LateChargesView.SlipArrearsView> views = new ArrayList<>();
        for (SlipView slip : slips.of(filed.id())) {
            SlipDebt debt = new SlipDebt(
                    slip.insurance().name().toLowerCase(Locale.ROOT) + ".period-" + slip.period(),
                    slip.statutoryDueDate(),
                    slip.payable(),
                    discount(calculation, slip),
                    slips.payments(filed.id(), slip.insurance(), slip.period()));
            switch (Arrears.of(debt, moved, on, book)) {
                case Arrears.Answer.Known it -> views.add(LateChargesView.SlipArrearsView.of(slip, it.arrears()));
                case Arrears.Answer.Unknown it -> {
                    return new Answer.Unknown(it.refusals());
                }
            }
        }
        return new Answer.Known(LateChargesView.of(filed.id(), on, views));
    }

    private static Won discount(JsonNode calculation, SlipView slip) {
        long discount = 0;
        for (JsonNode insurance : calculation.path("insurances")) {
            for (JsonNode period : insurance.path("periods")) {
                if (slip.insurance().name().equals(insurance.path("insurance").asText())
                        && slip.period() == period.path("period").asInt()) {
                    for (JsonNode fund : period.path("funds")) {
                        discount += fund.path("lumpSumDiscount").asLong();
                    }
                }
            }
        }
        return Won.of(discount);
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
