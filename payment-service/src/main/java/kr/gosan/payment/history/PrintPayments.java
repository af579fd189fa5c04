package kr.gosan.payment.history;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.print.PaymentPages;
import kr.gosan.payment.print.Words;
import kr.gosan.platform.json.CanonicalJson;
import kr.gosan.platform.print.PdfWriter;
import kr.gosan.platform.print.PrintableText;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;

/** Prints receipts and histories: the same bytes as long as what they tell is the same. */
@Singleton
public class PrintPayments {

    /** How many payments a history holds on paper. */
    static final int MOST = 1_000;

    private static final int ID_BYTES = 16;

    private final PaymentPages pages;
    private final PdfWriter pdf;
    private final Workplaces workplaces;

    @Inject
    PrintPayments(PaymentPages pages, PdfWriter pdf, Workplaces workplaces) {
        this.pages = pages;
        this.pdf = pdf;
        this.workplaces = workplaces;
    }

    /** 납부확인서 (영수증) of one slip. */
    byte[] receipt(Slip slip, PaymentLine payment, List<PaymentHistory.Share> shares) {
        return receipt(ReceiptSheet.of(slip, payment, shares, name(slip.debt().managementNo())));
    }

    byte[] receipt(ReceiptSheet sheet) {
        return write(pages.receipt(sheet));
    }

    /** 납부내역서. */
    byte[] history(WorkplaceNumber workplace, PaymentHistory.Filter filter, List<PaymentLine> payments, LocalDate on) {
        return history(workplace, name(workplace), filter, payments, on);
    }

    byte[] history(
            WorkplaceNumber workplace,
            String name,
            PaymentHistory.Filter filter,
            List<PaymentLine> payments,
            LocalDate on) {
        return write(pages.history(HistorySheet.of(workplace, name, filter, payments, on)));
    }

    private String name(WorkplaceNumber workplace) {
        return workplaces.find(workplace).map(KnownWorkplace::name).orElse("");
    }

    /** The id follows from the content: documents that say the same are the same. */
    private byte[] write(String xhtml) {
        byte[] id = Arrays.copyOf(CanonicalJson.sha256(xhtml.getBytes(StandardCharsets.UTF_8)), ID_BYTES);
        return pdf.write(xhtml, Optional.empty(), id);
    }

    /** What a history shows, as text. */
    public record HistorySheet(
            String managementNo,
            String workplaceName,
            String restriction,
            String asOf,
            List<Row> rows,
            List<Total> totals) {

        /** @param remark 기한 후, or 취소 where the bank took it back */
        public record Row(
                String paidOn,
                String insurance,
                String what,
                String ePaymentNo,
                String channel,
                String amount,
                String remark,
                boolean reversed) {}

        public record Total(String label, String amount) {}

        static HistorySheet of(
                WorkplaceNumber workplace,
                String name,
                PaymentHistory.Filter filter,
                List<PaymentLine> payments,
                LocalDate on) {
            List<Total> totals = new ArrayList<>();
            for (Insurance insurance : new Insurance[] {Insurance.EI, Insurance.IA}) {
                totals.add(new Total(
                        Words.insurance(insurance),
                        sum(payments.stream()
                                .filter(payment -> payment.insurance() == insurance)
                                .toList())));
            }
            totals.add(new Total("합계", sum(payments)));
            if (payments.stream().anyMatch(payment -> !payment.kind().pays())) {
                totals.add(new Total("반환", refunded(payments)));
            }
            return new HistorySheet(
                    workplace.toString(),
                    PrintableText.of(name),
                    restriction(filter),
                    Words.day(on),
                    payments.stream().map(HistorySheet::row).toList(),
                    totals);
        }

        /** What arrived of what was given back. */
        private static String refunded(List<PaymentLine> payments) {
            return Won.sum(payments.stream()
                            .filter(payment -> !payment.kind().pays())
                            .map(payment -> payment.kind() == PaymentLine.Kind.REFUNDED
                                    ? payment.amount()
                                    : payment.amount().negate())
                            .toList())
                    .toString();
        }

        /** What was taken back counts for nothing, and what was given back is summed apart. */
        private static String sum(List<PaymentLine> payments) {
            return Won.sum(payments.stream()
                            .filter(payment -> payment.kind().pays() && !payment.reversed())
                            .map(PaymentLine::amount)
                            .toList())
                    .toString();
        }

        private static Row row(PaymentLine it) {
            return new Row(
                    it.paidOn().toString(),
                    Words.insurance(it.insurance()),
                    Words.what(it.debtKind(), it.insuranceYear(), it.period()),
                    it.ePaymentNo() == null ? "" : it.ePaymentNo(),
                    way(it),
                    it.amount().toString(),
                    it.reversed() ? "수납취소" : it.late() ? "기한 후" : "",
                    it.reversed());
        }

        private static String way(PaymentLine it) {
            return it.kind() == PaymentLine.Kind.SLIP ? Words.channel(it.channel()) : kind(it.kind());
        }

        private static String kind(PaymentLine.Kind kind) {
            return switch (kind) {
                case SLIP -> "납부서 납부";
                case COLLECTED -> "건강보험공단 징수";
                case FROM_SUSPENSE -> "보관금 체납충당";
                case OFFSET -> "과납금 충당";
                case REFUNDED -> "과납금 반환";
                case REFUND_RETURNED -> "반환금 반송";
            };
        }

        private static String restriction(PaymentHistory.Filter filter) {
            List<String> parts = new ArrayList<>();
            if (filter.insuranceYear() != null) {
                parts.add("보험연도 " + filter.insuranceYear());
            }
            if (filter.insurance() != null) {
                parts.add(Words.insurance(filter.insurance()));
            }
            if (filter.from() != null || filter.to() != null) {
                parts.add("납부일 " + (filter.from() == null ? "" : filter.from()) + " ~ "
                        + (filter.to() == null ? "" : filter.to()));
            }
            if (filter.slipId() != null) {
                parts.add("납부서 1건");
            }
            if (filter.kind() != null) {
                parts.add(kind(filter.kind()));
            }
            return parts.isEmpty() ? "전체" : String.join(", ", parts);
        }
    }

    /** What a receipt shows, as text. */
    public record ReceiptSheet(
            String insurance,
            String ePaymentNo,
            String managementNo,
            String workplaceName,
            String what,
            String dueDate,
            String paidOn,
            String channel,
            List<HistorySheet.Total> shares,
            String amount,
            String remark) {

        static ReceiptSheet of(Slip slip, PaymentLine payment, List<PaymentHistory.Share> shares, String name) {
            return new ReceiptSheet(
                    Words.demanded(slip.debt()),
                    payment.ePaymentNo(),
                    slip.debt().managementNo().toString(),
                    PrintableText.of(name),
                    Words.what(payment.debtKind(), payment.insuranceYear(), payment.period()),
                    Words.day(slip.dueDate()),
                    Words.day(payment.paidOn()),
                    Words.channel(payment.channel()),
                    shares.stream()
                            .map(share -> new HistorySheet.Total(
                                    label(share), share.amount().toString()))
                            .toList(),
                    payment.amount().toString(),
                    payment.late() ? "납부기한이 지난 뒤에 납부되었습니다." : "");
        }

        private static String label(PaymentHistory.Share share) {
            if (share.levy() != null) {
                return Words.levy(share.levy());
            }
            return share.fund() == null ? "과태료" : Words.fund(share.fund());
        }
    }
}
