package kr.gosan.premium.settlementaudit;

import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody else knows of a workplace's year: a row of an import. Amounts in won.
 *
 * @param directPay of TAX_ACCOUNTS: pay in the profit-and-loss and works-cost statements
 * @param outsourcing of TAX_ACCOUNTS: 외주공사비, without subcontractors approved as employers
 * @param worksAmount of WORKS_RESULTS: 기성액, the whole cost of the works done in the year
 * @param contractAmount of WORKS_RESULTS: the contract sum that belongs to it
 */
@Schema(requiredProperties = {"managementNo", "insuranceYear", "source"})
public record ExternalFigure(
        WorkplaceNumber managementNo,
        Integer insuranceYear,
        Source source,
        Won directPay,
        Won outsourcing,
        Won worksAmount,
        Won contractAmount)
        implements RequestBody {

    /** Where the figures come from (확정정산 정산대상). */
    public enum Source {
        /** 국세청 결산자료. */
        TAX_ACCOUNTS,
        /** 건설공사 기성실적자료. */
        WORKS_RESULTS
    }

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9998;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/managementNo", managementNo);
        errors.required("/insuranceYear", insuranceYear);
        if (insuranceYear != null && (insuranceYear < FIRST_YEAR || insuranceYear > LAST_YEAR)) {
            errors.add("/insuranceYear", "year-expected");
        }
        errors.required("/source", source);
        if (source == Source.TAX_ACCOUNTS) {
            errors.required("/directPay", directPay);
            errors.required("/outsourcing", outsourcing);
        }
        if (source == Source.WORKS_RESULTS) {
            errors.required("/worksAmount", worksAmount);
            errors.required("/contractAmount", contractAmount);
        }
    }
}
