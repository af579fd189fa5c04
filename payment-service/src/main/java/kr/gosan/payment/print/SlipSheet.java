package kr.gosan.payment.print;

import java.util.List;

/**
 * What a payment slip (납부서 겸 영수증, source document p.21) shows, box by box, as text: the template only lays it out. An
 * empty text is an empty box.
 *
 * @param insurance 산재보험료 or 고용보험료, or what else the slip demands
 * @param employment whether it belongs to employment insurance, whose form has rows by fund and notes of its own
 * @param premium whether it demands a premium, with rows ① to ④; else it has one amount
 * @param rows the amounts in their order
 * @param payable 납부할 금액, on both copies
 * @param payableFormula how it follows from the rows
 * @param remarks what has to be known about this slip: that it replaces another, that it is a correction
 * @param stamp why it may not be paid (any more); empty when it may. With a stamp there is no bank's copy and no barcode
 * @param accounts virtual accounts, one a line
 */
public record SlipSheet(
        String insurance,
        boolean employment,
        boolean premium,
        List<Row> rows,
        String payable,
        String payableFormula,
        List<String> remarks,
        Stamp stamp,
        String ePaymentNo,
        Bars barcode,
        String managementNo,
        String ministry,
        String fiscalYear,
        String fund,
        String period,
        String workplaceName,
        String employerName,
        String collectorAccount,
        String dueDate,
        String contact,
        String dataAsOf,
        List<String> accounts) {

    /**
     * An amount.
     *
     * @param label empty where the row above covers it
     * @param span how many rows the label covers; zero when one above does
     * @param fund empty where the row is not by fund
     */
    public record Row(String label, int span, String fund, String amount, boolean total) {}

    /** @param title two to six syllables, printed large; empty for a slip that may be paid */
    public record Stamp(String title, String text) {

        public static final Stamp NONE = new Stamp("", "");
    }

    /** Whether amounts are by fund, as employment insurance prints them. */
    public boolean byFund() {
        return employment && premium;
    }

    public boolean open() {
        return stamp.title().isEmpty();
    }
}
