package kr.gosan.premium.amendment.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/** The premiums of a return by fund: those filed, or those in force after its corrections. A missing fund has none. */
public record Figures(Map<Fund, FundFigures> funds) {

    /**
     * @param confirmed 확정보험료 of the insurance year
     * @param estimated 개산보험료 of the next year, whole, before any discount
     */
    public record FundFigures(Won confirmed, Won estimated) {}

    public static final FundFigures NONE = new FundFigures(Won.ZERO, Won.ZERO);

    public Figures {
        Map<Fund, FundFigures> ordered = new EnumMap<>(Fund.class);
        for (Fund fund : Fund.values()) {
            ordered.put(fund, funds.getOrDefault(fund, NONE));
        }
        funds = Collections.unmodifiableMap(ordered);
    }

    public FundFigures of(Fund fund) {
        return funds.get(fund);
    }

    /** These confirmed premiums with the estimates of another. */
    public Figures withEstimatesOf(Figures other) {
        Map<Fund, FundFigures> mixed = new EnumMap<>(Fund.class);
        funds.forEach((fund, it) ->
                mixed.put(fund, new FundFigures(it.confirmed(), other.of(fund).estimated())));
        return new Figures(mixed);
    }
}
