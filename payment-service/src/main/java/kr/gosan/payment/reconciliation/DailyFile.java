package kr.gosan.payment.reconciliation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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
final class DailyFile {

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
    private static final int LONGEST_LINE = 4_096;

    private final Institution institution;
    private final LocalDate day;
    private final Consumer<Consumer<Movement>> movements;
    private final List<String> unreadable;

    private DailyFile(
            Institution institution, LocalDate day, Consumer<Consumer<Movement>> movements, List<String> unreadable) {
        this.institution = institution;
        this.day = day;
        this.movements = movements;
        this.unreadable = unreadable;
    }

    Institution institution() {
        return institution;
    }

    LocalDate day() {
        return day;
    }

    /** Tells the movements in their order; throws {@link InvalidRequest} at the first line that is wrong. */
    void tell(Consumer<Movement> to) {
        movements.accept(to);
    }

    /** Lines of a file that was fetched and cannot be read; one that is handed in is read whole or not taken. */
    List<String> unreadable() {
        return unreadable;
    }

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
            UUID requestId,
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
            if (kind == Statement.Kind.PAYMENT || kind == Statement.Kind.DEBIT || kind == Statement.Kind.CHARGE) {
                errors.required("/channel", channel);
                errors.required("/ePaymentNo", ePaymentNo == null ? virtualAccountNo : ePaymentNo);
            }
            errors.text("/virtualAccountNo", virtualAccountNo, 20);
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

    /** Reads the first line of a file now, and the others as often as they are told. */
    static DailyFile read(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Head head = StrictJson.read(line(lines).orElseThrow(() -> wrong("file-lines")), Head.class);
            return new DailyFile(head.institution(), head.day(), to -> tell(file, to), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(Path file, Consumer<Movement> to) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            line(lines);
            int count = 0;
            Won total = Won.ZERO;
            Won fees = Won.ZERO;
            String text = line(lines).orElseThrow(() -> wrong("file-lines"));
            for (Optional<String> next = line(lines); next.isPresent(); next = line(lines)) {
                Line line = StrictJson.read(text, Line.class);
                if (++count > MOST_LINES) {
                    throw wrong("file-lines");
                }
                total = total.plus(line.amount());
                fees = line.fee() == null ? fees : fees.plus(line.fee());
                to.accept(movement(line));
                text = next.get();
            }
            Foot foot = StrictJson.read(text, Foot.class);
            if (foot.count() != count
                    || !foot.total().equals(total)
                    || !foot.fees().equals(fees)) {
                throw wrong("file-totals");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line without its end; empty when there is none, too long a one is wrong. */
    private static Optional<String> line(Reader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = lines.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = lines.read()) {
            if (line.length() == LONGEST_LINE) {
                throw wrong("file-lines");
            }
            line.append((char) next);
        }
        return Optional.of(line.toString());
    }

    /** What an institution told when it was asked. */
    static DailyFile of(Institution institution, LocalDate day, Statement.Told told) {
        return new DailyFile(
                institution,
                day,
                to -> told.movements().stream().map(DailyFile::movement).forEach(to),
                told.unreadable());
    }

    private static Movement movement(Statement.Movement told) {
        return movement(
                told.transactionId(),
                told.kind(),
                told.ePaymentNo().orElse(null),
                told.virtualAccountNo().orElse(null),
                told.requestId().orElse(null),
                told.reverses().orElse(null),
                told.amount(),
                told.fee(),
                told.channel().orElse(null),
                told.at());
    }

    private static Movement movement(Line line) {
        return movement(
                line.transactionId(),
                line.kind(),
                line.ePaymentNo(),
                line.virtualAccountNo(),
                line.requestId(),
                line.reverses(),
                line.amount(),
                line.fee() == null ? Won.ZERO : line.fee(),
                line.channel(),
                line.at());
    }

    private static Movement movement(
            String transactionId,
            Statement.Kind kind,
            String ePaymentNo,
            String virtualAccountNo,
            UUID requestId,
            String reverses,
            Won amount,
            Won fee,
            Channel channel,
            OffsetDateTime at) {
        return switch (kind) {
            case TRANSFER, TRANSFER_RETURNED ->
                Movement.ofTransfer(
                        transactionId,
                        kind == Statement.Kind.TRANSFER_RETURNED,
                        reverses,
                        requestId,
                        amount,
                        at.toInstant());
            case PAYMENT, REVERSAL, DEBIT, CHARGE ->
                new Movement(
                        transactionId,
                        kind == Statement.Kind.REVERSAL,
                        ePaymentNo == null ? null : ePaymentNo.replace("-", ""),
                        virtualAccountNo == null ? null : virtualAccountNo.replace("-", ""),
                        reverses,
                        amount,
                        fee,
                        at.toInstant(),
                        channel);
        };
    }

    private static InvalidRequest wrong(String code) {
        return new InvalidRequest(List.of(new FieldErrors.FieldError("", code, List.of())));
    }
}
