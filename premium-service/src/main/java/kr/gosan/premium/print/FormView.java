package kr.gosan.premium.print;

import java.util.List;

/**
 * What form 23 (별지 제23호 서식) shows, box by box, as text: the templates only lay it out. An empty text is an empty box.
 *
 * @param year the year of the title, for which the estimate is made
 * @param confirmedRateKind 일반 or 개별
 */
public record FormView(
        String year,
        String confirmedYear,
        boolean accident,
        boolean employment,
        Mark mark,
        Particulars particulars,
        String confirmedRateKind,
        String estimatedRateKind,
        List<ConfirmedRow> confirmedAccident,
        List<ConfirmedRow> confirmedEmployment,
        List<EstimatedRow> estimatedAccident,
        List<EstimatedRow> estimatedEmployment,
        Reason reason,
        Months months,
        FiledOn filedOn,
        String filer,
        BackView back) {

    /** Rows the printed form has itself: six in 다 and seven in 라. */
    private static final int PRINTED_ROWS = 13;

    /** Whether the front has more rows than the printed form, so that they have to be lower to fit on one page. */
    public boolean dense() {
        return confirmedAccident.size()
                        + confirmedEmployment.size()
                        + estimatedAccident.size()
                        + estimatedEmployment.size()
                > PRINTED_ROWS;
    }

    /** What proves, on every page, which filing this is; a draft has no number. */
    public record Mark(boolean draft, String receiptNo, String acceptedAt, String sha256) {}

    /** 가. */
    public record Particulars(
            String kind,
            String managementNo,
            String workName,
            String name,
            String representative,
            String address,
            String phone,
            String mobile,
            String fax,
            String email) {}

    /**
     * A row of 다, columns ① to ⑦.
     *
     * @param total whether it is the sum of its insurance
     * @param span how many rows the boxes from ④ on cover; zero when a row above covers them
     */
    public record ConfirmedRow(
            String label,
            String period,
            String remuneration,
            String rate,
            String premium,
            String reported,
            String paid,
            String additional,
            String offset,
            String refund,
            boolean total,
            int span) {}

    /** A row of 라, columns ⑧ to ⑩; {@code lumpSum} and {@code instalment} tick ⑪ of the whole insurance. */
    public record EstimatedRow(
            String label,
            String period,
            String remuneration,
            String rate,
            String premium,
            boolean lumpSum,
            boolean instalment,
            boolean total) {}

    /** Why less than 70 % is expected. */
    public record Reason(boolean fewerWorkers, boolean suspension, boolean other, String text) {}

    /**
     * 나: twelve months, their sum and their mean.
     *
     * @param note says where head counts are estimated; empty where they are not
     */
    public record Months(List<MonthRow> rows, String note) {}

    public record MonthRow(
            String label,
            String accidentHeads,
            String accidentPay,
            String unemploymentHeads,
            String unemploymentPay,
            String stabilityHeads,
            String stabilityPay) {}

    public record FiledOn(String year, String month, String day) {}
}
