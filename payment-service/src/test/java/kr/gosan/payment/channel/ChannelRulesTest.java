package kr.gosan.payment.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.channel.Attempt.Circumstances;
import kr.gosan.payment.channel.ChannelRules.FeeAnswer;
import kr.gosan.payment.channel.Refusal.Code;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.TransferOrder;
import kr.gosan.platform.law.LawFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelRulesTest {

    private static final LawBook LAW = LawFiles.read(ChannelRulesTest.class.getClassLoader());
    private static final LocalDate MARCH_31 = LocalDate.of(2022, 3, 31);
    private static final LocalDate MAY_16 = LocalDate.of(2022, 5, 16);
    private static final String THURSDAY_NOON = "2022-03-31T12:00:00";

    private final ChannelRules rules = new ChannelRules(LAW);

    /** March 31, 2022 is a Thursday, the day of the due date; March 1 (Tuesday) is a public holiday. */
    @ParameterizedTest
    @CsvSource({
        "VIRTUAL_ACCOUNT, 2022-03-31T06:59:59, OUTSIDE_HOURS",
        "VIRTUAL_ACCOUNT, 2022-03-31T07:00:00,",
        "VIRTUAL_ACCOUNT, 2022-03-31T22:59:59,",
        "VIRTUAL_ACCOUNT, 2022-03-31T23:00:00, OUTSIDE_HOURS",
        "VIRTUAL_ACCOUNT, 2022-03-31T00:00:00, OUTSIDE_HOURS",
        "VIRTUAL_ACCOUNT, 2022-03-25T12:00:00,",
        "VIRTUAL_ACCOUNT, 2022-03-26T12:00:00, NOT_A_WEEKDAY",
        "VIRTUAL_ACCOUNT, 2022-03-27T12:00:00, NOT_A_WEEKDAY",
        "VIRTUAL_ACCOUNT, 2022-03-28T12:00:00,",
        "VIRTUAL_ACCOUNT, 2022-03-01T12:00:00, NOT_A_WEEKDAY",
        "VIRTUAL_ACCOUNT, 2022-04-01T12:00:00, AFTER_LAST_DAY",
        "GIRO, 2022-03-31T00:29:59, OUTSIDE_HOURS",
        "GIRO, 2022-03-31T00:30:00,",
        "GIRO, 2022-03-31T23:29:59,",
        "GIRO, 2022-03-31T23:30:00, OUTSIDE_HOURS",
        "GIRO, 2022-03-25T23:00:00,",
        "GIRO, 2022-03-26T00:30:00, NOT_A_WEEKDAY",
        "GIRO, 2022-03-27T23:00:00, NOT_A_WEEKDAY",
        "GIRO, 2022-03-28T00:30:00,",
        "GIRO, 2022-03-01T12:00:00,",
        "GIRO, 2022-04-01T00:30:00, AFTER_LAST_DAY",
        "INTERNET_BANKING, 2022-03-27T03:00:00,",
        "INTERNET_BANKING, 2022-03-31T23:59:59,",
        "INTERNET_BANKING, 2022-04-01T00:00:00, AFTER_LAST_DAY",
        "COUNTER, 2022-03-31T23:59:59,",
        "COUNTER, 2022-03-01T12:00:00, NOT_A_BANKING_DAY",
        "COUNTER, 2022-03-26T12:00:00, NOT_A_BANKING_DAY",
        "COUNTER, 2022-04-01T09:00:00, AFTER_LAST_DAY",
        "BRANCH, 2022-03-25T12:00:00,",
        "BRANCH, 2022-03-27T12:00:00, NOT_A_BANKING_DAY",
        "CREDIT_CARD, 2022-03-27T03:00:00,",
        "CREDIT_CARD, 2022-03-31T23:59:59,",
        "CREDIT_CARD, 2022-04-01T00:00:00, AFTER_LAST_DAY",
        "CHECK_CARD, 2022-03-01T23:59:59,",
    })
    void daysAndHours(Channel channel, String moment, Code expected) {
        assertEquals(Optional.ofNullable(expected), code(attempt(channel, 35_000, moment)));
    }

    @ParameterizedTest
    @CsvSource({
        "9, BELOW_MINIMUM",
        "10,",
        "11, NOT_WHOLE_TENS",
        "19, NOT_WHOLE_TENS",
        "20,",
        "35009, NOT_WHOLE_TENS",
        "1, BELOW_MINIMUM"
    })
    void aVirtualAccountTakesTenWonAndMoreAndNoWonBelowTen(long amount, Code expected) {
        assertEquals(Optional.ofNullable(expected), code(attempt(Channel.VIRTUAL_ACCOUNT, amount, THURSDAY_NOON)));
        assertEquals(Optional.empty(), code(attempt(Channel.INTERNET_BANKING, amount, THURSDAY_NOON)));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void noWayTakesAnythingButTheExactAmount(Channel channel) {
        for (long amount : new long[] {34_990, 34_999, 35_001, 35_010}) {
            assertEquals(
                    Optional.of(Code.AMOUNT_DIFFERS),
                    code(new Attempt(
                            channel,
                            Won.of(35_000),
                            Won.of(amount),
                            Optional.empty(),
                            2,
                            MARCH_31,
                            seoul(THURSDAY_NOON),
                            new Circumstances(TransferOrder.IMMEDIATE, false, true, true))));
        }
    }

    @Test
    void aVirtualAccountTakesOneDeposit() {
        Circumstances used = new Circumstances(TransferOrder.IMMEDIATE, true, false, false);
        assertEquals(Optional.of(Code.VIRTUAL_ACCOUNT_USED), code(with(Channel.VIRTUAL_ACCOUNT, 0, used)));
        assertEquals(Optional.empty(), code(with(Channel.GIRO, 0, used)));
    }

    @ParameterizedTest
    @EnumSource(TransferOrder.class)
    void aVirtualAccountTakesOnlyTransfersMadeAtOnce(TransferOrder transfer) {
        Circumstances ordered = new Circumstances(transfer, false, false, false);
        assertEquals(
                transfer == TransferOrder.IMMEDIATE ? Optional.empty() : Optional.of(Code.TRANSFER_NOT_IMMEDIATE),
                code(with(Channel.VIRTUAL_ACCOUNT, 0, ordered)));
        assertEquals(Optional.empty(), code(with(Channel.INTERNET_BANKING, 0, ordered)));
    }

    @ParameterizedTest
    @CsvSource({"0, INSTALMENT_NOT_COVERED", "1, INSTALMENT_NOT_COVERED", "2,", "3,", "4,"})
    void mobileNoticesAndAutomaticDebitAreForTheSecondInstalmentOn(int instalment, Code expected) {
        Circumstances noticed = new Circumstances(TransferOrder.IMMEDIATE, false, true, false);
        Circumstances run = new Circumstances(TransferOrder.IMMEDIATE, false, false, true);
        assertEquals(Optional.ofNullable(expected), code(with(Channel.MOBILE, instalment, noticed)));
        assertEquals(Optional.ofNullable(expected), code(with(Channel.DEBIT_ACCOUNT, instalment, run)));
        assertEquals(Optional.ofNullable(expected), code(with(Channel.DEBIT_CARD, instalment, run)));
    }

    @Test
    void withoutAMobileNoticeNothingIsPaidByMobile() {
        assertEquals(Optional.of(Code.NO_MOBILE_NOTICE), code(with(Channel.MOBILE, 2, Circumstances.PLAIN)));
    }

    @Test
    void nobodyButTheRunOfThisServiceDebits() {
        Circumstances noticed = new Circumstances(TransferOrder.IMMEDIATE, false, true, false);
        assertEquals(Optional.of(Code.DEBIT_RUN_ONLY), code(with(Channel.DEBIT_ACCOUNT, 2, noticed)));
        assertEquals(Optional.of(Code.DEBIT_RUN_ONLY), code(with(Channel.DEBIT_CARD, 2, noticed)));
    }

    /** 886,040 × 0.8 % = 7,088.32; × 0.5 % = 4,430.2; 10 × 0.8 % = 0.08. */
    @ParameterizedTest
    @CsvSource({
        "CREDIT_CARD, 886040, 7088",
        "CHECK_CARD, 886040, 4430",
        "DEBIT_CARD, 886040, 7088",
        "CREDIT_CARD, 124, 0",
        "CREDIT_CARD, 125, 1",
        "CHECK_CARD, 199, 0",
        "CHECK_CARD, 200, 1",
        "CREDIT_CARD, 10, 0",
        "CREDIT_CARD, 999999999999999, 7999999999999",
        "GIRO, 886040, 0",
        "VIRTUAL_ACCOUNT, 886040, 0",
        "DEBIT_ACCOUNT, 886040, 0",
    })
    void theFeeIsCutToWholeWon(Channel channel, long amount, long fee) {
        assertEquals(new FeeAnswer.Known(new Fee.Exact(Won.of(fee))), rules.fee(channel, Won.of(amount), MARCH_31));
    }

    @ParameterizedTest
    @CsvSource({
        "CREDIT_CARD, 7088,",
        "CREDIT_CARD, 7087, FEE_DIFFERS",
        "CREDIT_CARD, 7089, FEE_DIFFERS",
        "CREDIT_CARD, 8860, FEE_DIFFERS",
        "CREDIT_CARD, 8861, FEE_ABOVE_CAP",
        "CREDIT_CARD, 0, FEE_DIFFERS",
        "CHECK_CARD, 4430,",
        "CHECK_CARD, 7088, FEE_DIFFERS",
        "GIRO, 0,",
        "GIRO, 1, FEE_DIFFERS",
    })
    void aFeeThatIsToldIsTheOneThatIsDue(Channel channel, long fee, Code expected) {
        assertEquals(Optional.ofNullable(expected), code(withFee(channel, 0, fee, Circumstances.PLAIN)));
    }

    @ParameterizedTest
    @CsvSource({"0,", "1, FEE_DIFFERS", "109, FEE_DIFFERS", "110,", "500,", "1100,", "1101, FEE_DIFFERS"})
    void aMobileFeeLiesBetweenItsBoundsOrIsNothing(long fee, Code expected) {
        Circumstances noticed = new Circumstances(TransferOrder.IMMEDIATE, false, true, false);
        assertEquals(Optional.ofNullable(expected), code(withFee(Channel.MOBILE, 2, fee, noticed)));
    }

    @Test
    void noCardFeeIsAboveItsCap() {
        for (long amount : new long[] {1, 100, 125, 35_000, 886_040, 999_999_999_999L}) {
            for (Channel card : new Channel[] {Channel.CREDIT_CARD, Channel.CHECK_CARD}) {
                FeeAnswer answer = rules.fee(card, Won.of(amount), MARCH_31);
                long fee =
                        ((Fee.Exact) ((FeeAnswer.Known) answer).fee()).amount().amount();
                assertTrue(fee * 100 <= amount, card + " " + amount);
            }
        }
    }

    /** May 15, 2022 is a Sunday: the second instalment may be paid until Monday. */
    @Test
    void aLastDayMovedToMondayIsAWeekdayAgain() {
        assertEquals(Optional.empty(), code(on(MAY_16, "2022-05-16T22:59:59")));
        assertEquals(Optional.of(Code.NOT_A_WEEKDAY), code(on(MAY_16, "2022-05-15T12:00:00")));
        assertEquals(Optional.of(Code.AFTER_LAST_DAY), code(on(MAY_16, "2022-05-17T07:00:00")));
    }

    /** No public holiday before 2026, but a day banks are closed; giro is open from Monday to Friday whatever the day. */
    @ParameterizedTest
    @CsvSource({
        "VIRTUAL_ACCOUNT, 2024-04-30T12:00:00,",
        "VIRTUAL_ACCOUNT, 2024-05-01T12:00:00, NOT_A_WEEKDAY",
        "VIRTUAL_ACCOUNT, 2024-05-02T12:00:00,",
        "COUNTER, 2024-05-01T12:00:00, NOT_A_BANKING_DAY",
        "GIRO, 2024-05-01T12:00:00,",
        "VIRTUAL_ACCOUNT, 2026-05-01T12:00:00, NOT_A_WEEKDAY",
    })
    void onMayFirstBanksAreClosed(Channel channel, String moment, Code expected) {
        assertEquals(
                Optional.ofNullable(expected),
                code(new Attempt(
                        channel,
                        Won.of(10),
                        Won.of(10),
                        Optional.empty(),
                        2,
                        LocalDate.of(2026, 5, 15),
                        seoul(moment),
                        Circumstances.PLAIN)));
    }

    @Test
    void theMomentIsReadInSeoul() {
        Attempt utc = new Attempt(
                Channel.VIRTUAL_ACCOUNT,
                Won.of(10),
                Won.of(10),
                Optional.empty(),
                0,
                MARCH_31,
                Instant.parse("2022-03-30T22:00:00Z"),
                Circumstances.PLAIN);
        assertEquals(Optional.empty(), code(utc));
    }

    @Test
    void aTermWithoutAFigureIsNamedAndNotGuessed() {
        Refusal refusal = rules.refusal(new Attempt(
                        Channel.GIRO,
                        Won.of(10),
                        Won.of(10),
                        Optional.empty(),
                        0,
                        LocalDate.of(2032, 3, 31),
                        seoul("2032-03-31T12:00:00"),
                        Circumstances.PLAIN))
                .orElseThrow();
        assertEquals(Code.TERMS_UNKNOWN, refusal.code());
        assertEquals("channel.giro.opens on 2032-03-31", refusal.source());
        assertEquals(
                Code.TERMS_UNKNOWN,
                ((FeeAnswer.Unknown) rules.fee(Channel.CREDIT_CARD, Won.of(10), LocalDate.of(2032, 3, 31)))
                        .refusal()
                        .code());
    }

    @Test
    void aYearWithoutAHolidayTableHasWeekendsAllTheSame() {
        LocalDate wednesday = LocalDate.of(1950, 3, 29);
        assertEquals(
                Optional.empty(),
                code(new Attempt(
                        Channel.COUNTER,
                        Won.of(10),
                        Won.of(10),
                        Optional.empty(),
                        0,
                        MARCH_31,
                        wednesday
                                .atTime(12, 0)
                                .atOffset(java.time.ZoneOffset.ofHours(9))
                                .toInstant(),
                        Circumstances.PLAIN)));
    }

    @Test
    void everyRefusalNamesItsSource() {
        Refusal hours =
                rules.refusal(attempt(Channel.GIRO, 10, "2022-03-31T00:00:00")).orElseThrow();
        assertTrue(hours.source().contains("인터넷지로"), hours.source());
        Refusal weekend =
                rules.refusal(attempt(Channel.GIRO, 10, "2022-03-27T12:00:00")).orElseThrow();
        assertFalse(weekend.source().isBlank());
        assertEquals(
                Code.values().length,
                Arrays.stream(Code.values()).map(Code::textKey).distinct().count());
    }

    private Optional<Code> code(Attempt attempt) {
        return rules.refusal(attempt).map(Refusal::code);
    }

    private static Attempt attempt(Channel channel, long amount, String moment) {
        return new Attempt(
                channel,
                Won.of(amount),
                Won.of(amount),
                Optional.empty(),
                0,
                MARCH_31,
                seoul(moment),
                Circumstances.PLAIN);
    }

    private static Attempt on(LocalDate lastDay, String moment) {
        return new Attempt(
                Channel.VIRTUAL_ACCOUNT,
                Won.of(10),
                Won.of(10),
                Optional.empty(),
                2,
                lastDay,
                seoul(moment),
                Circumstances.PLAIN);
    }

    private static Attempt with(Channel channel, int instalment, Circumstances circumstances) {
        return new Attempt(
                channel,
                Won.of(35_000),
                Won.of(35_000),
                Optional.empty(),
                instalment,
                MARCH_31,
                seoul(THURSDAY_NOON),
                circumstances);
    }

    private static Attempt withFee(Channel channel, int instalment, long fee, Circumstances circumstances) {
        return new Attempt(
                channel,
                Won.of(886_040),
                Won.of(886_040),
                Optional.of(Won.of(fee)),
                instalment,
                MARCH_31,
                seoul(THURSDAY_NOON),
                circumstances);
    }

    private static Instant seoul(String moment) {
        return OffsetDateTime.parse(moment + "+09:00").toInstant();
    }
}
