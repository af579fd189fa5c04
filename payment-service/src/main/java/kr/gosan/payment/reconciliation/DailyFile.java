package kr.gosan.payment.reconciliation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.Statement;
import kr.gosan.payment.reconciliation.rules.Movement;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.InvalidRequest;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.platform.json.StrictJson;

/**
 * The daily file, version 1: lines of JSON. The first names institution and day, the last counts the movements and adds up
 * their amounts and fees, and between them stands one movement a line. A file whose last line does not fit is not taken.
 */
record DailyFile(Institution institution, LocalDate day, List<Movement> movements) {

    static final String EXAMPLE = """
            {"format":"gosan-daily-file","version":1,"institution":"GIRO","day":"2022-03-30"}
            {"transactionId":"20220330-0001","kind":"PAYMENT","ePaymentNo":"0000-0000-00-0-0-000000","amount":886040,"fee":0,"channel":"GIRO","at":"2022-03-30T14:05:09+09:00"}
            {"transactionId":"20220330-0002","kind":"REVERSAL","reverses":"20220330-0001","amount":886040,"fee":0,"at":"2022-03-30T15:00:00+09:00"}
            {"count":2,"total":1772080,"fees":0}
            """;

    /** Whose files are compared. */
    static final Set<Institution> SENDERS =
            EnumSet.of(Institution.BANK_WOORI, Institution.BANK_HANA, Institution.GIRO, Institution.CARD);

    private static final int MOST_LINES = 200_000;

    /** The first line. */
    record Head(String format, Integer version, Institution institution, LocalDate day) implements RequestBody {
        @Override
        public void check(FieldErrors errors) {
            errors.required("/format", format);
            errors.required("/version", version);
            errors.required("/institution", institution);
            errors.required("/day", day);
            if (format != null && !format.equals("gosan-daily-file") || version != null && version != 1) {
                errors.add("/version", "file-version-unknown");
            }
            if (institution == Institution.NHIS) {
                errors.add("/institution", "institution-not-for-notices");
            }
        }
    }

    /** A line between. */
    record Line(
            String transactionId,
            Statement.Kind kind,
            String ePaymentNo,
            String virtualAccountNo,
            String requestId,
            String reverses,
            Won amount,
            Won fee,
            Channel channel,
            OffsetDateTime at)
            implements RequestBody {
        @Override
        public void check(FieldErrors errors) {
            errors.required("/transactionId", transactionId);
            errors.text("/transactionId", transactionId, 64);
            errors.required("/kind", kind);
            errors.required("/amount", amount);
            errors.required("/at", at);
            if (kind == Statement.Kind.REVERSAL) {
                errors.required("/reverses", reverses);
            }
            if (ePaymentNo != null && !EPaymentNumber.fits(ePaymentNo)) {
                errors.add("/ePaymentNo", "e-payment-number-invalid");
            }
        }
    }

    /** The last line. */
    record Foot(Integer count, Won total, Won fees) implements RequestBody {
        @Override
        public void check(FieldErrors errors) {
            errors.required("/count", count);
            errors.required("/total", total);
            errors.required("/fees", fees);
        }
    }

    /** Throws {@link InvalidRequest} with everything that is wrong with the first line that is. */
    static DailyFile read(byte[] file) {
        List<String> lines = new String(file, StandardCharsets.UTF_8)
                .lines()
                .limit(MOST_LINES + 3L)
                .toList();
        if (lines.size() < 2 || lines.size() > MOST_LINES + 2) {
            throw wrong("file-lines");
        }
        Head head = StrictJson.read(lines.getFirst(), Head.class);
        List<Movement> movements = new ArrayList<>();
        Won total = Won.ZERO;
        Won fees = Won.ZERO;
        for (String text : lines.subList(1, lines.size() - 1)) {
            Line line = StrictJson.read(text, Line.class);
            total = total.plus(line.amount());
            fees = fees.plus(line.fee() == null ? Won.ZERO : line.fee());
            movement(line).ifPresent(movements::add);
        }
        Foot foot = StrictJson.read(lines.getLast(), Foot.class);
        if (foot.count() != lines.size() - 2
                || !foot.total().equals(total)
                || !foot.fees().equals(fees)) {
            throw wrong("file-totals");
        }
        return new DailyFile(head.institution(), head.day(), movements);
    }

    /** What an institution told when it was asked. */
    static DailyFile of(Institution institution, LocalDate day, List<Statement.Movement> told) {
        return new DailyFile(
                institution,
                day,
                told.stream()
                        .filter(movement -> concernsNotices(movement.kind()))
                        .map(movement -> new Movement(
                                movement.transactionId(),
                                movement.kind() == Statement.Kind.REVERSAL,
                                movement.ePaymentNo()
                                        .map(number -> number.replace("-", ""))
                                        .orElse(null),
                                movement.virtualAccountNo()
                                        .map(number -> number.replace("-", ""))
                                        .orElse(null),
                                movement.reverses().orElse(null),
                                movement.amount(),
                                movement.fee(),
                                movement.at().toInstant(),
                                movement.channel().orElse(null)))
                        .toList());
    }

    /** Transfers are refunds, and compared by whoever ordered them. */
    private static boolean concernsNotices(Statement.Kind kind) {
        return switch (kind) {
            case PAYMENT, REVERSAL, DEBIT, CHARGE -> true;
            case TRANSFER, TRANSFER_RETURNED -> false;
        };
    }

    private static Optional<Movement> movement(Line line) {
        return concernsNotices(line.kind())
                ? Optional.of(new Movement(
                        line.transactionId(),
                        line.kind() == Statement.Kind.REVERSAL,
                        line.ePaymentNo() == null ? null : line.ePaymentNo().replace("-", ""),
                        line.virtualAccountNo() == null
                                ? null
                                : line.virtualAccountNo().replace("-", ""),
                        line.reverses(),
                        line.amount(),
                        line.fee() == null ? Won.ZERO : line.fee(),
                        line.at().toInstant(),
                        line.channel()))
                : Optional.empty();
    }

    private static InvalidRequest wrong(String code) {
        return new InvalidRequest(List.of(new FieldErrors.FieldError("", code, List.of())));
    }
}
