package kr.gosan.payment.print;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;

/** Slips to print: the two of the guide (p.21), and others that the form has to hold. */
final class Slips {

    static final WorkplaceNumber WORKPLACE = WorkplaceNumber.of("12345678916");
    static final LocalDate DUE = LocalDate.of(2022, 3, 31);
    static final String LONGEST_NAME =
            "주식회사 한국고용산재종합건설엔지니어링 및 부대토목조경기계설비공사업 컨소시엄 제2공구 서울특별시 도시기반시설본부 지하철 9호선 4단계 연장사업단(Gosan General Construction)";

    private static final UUID ID = UUID.fromString("0190a5a0-0000-7000-8000-000000000001");

    private Slips() {}

    static PrintedSlip employment() {
        return printed(slip(
                Debt.ofPeriod(WORKPLACE, 2021, ID, Insurance.EI, 0),
                5_000,
                FundFigures.of(Fund.UNEMPLOYMENT, Won.of(6_000), Won.of(707_600), Won.of(21_220)),
                FundFigures.of(Fund.STABILITY, Won.of(8_000), Won.of(196_550), Won.of(5_890))));
    }

    static PrintedSlip accident() {
        return printed(slip(
                Debt.ofPeriod(WORKPLACE, 2021, ID, Insurance.IA, 1),
                0,
                FundFigures.of(Fund.INDUSTRIAL_ACCIDENT, Won.of(-19_200), Won.of(105_950), Won.ZERO)));
    }

    /** The third instalment of employment insurance. */
    static PrintedSlip instalment() {
        return printed(slip(
                Debt.ofPeriod(WORKPLACE, 2021, ID, Insurance.EI, 3),
                0,
                FundFigures.of(Fund.UNEMPLOYMENT, Won.ZERO, Won.of(488_840), Won.ZERO),
                FundFigures.of(Fund.STABILITY, Won.ZERO, Won.of(76_380), Won.ZERO)));
    }

    static PrintedSlip correction() {
        return printed(slip(
                Debt.ofCorrection(WORKPLACE, 2021, ID, ID, Insurance.EI),
                0,
                FundFigures.of(Fund.UNEMPLOYMENT, Won.of(320_000), Won.ZERO, Won.ZERO, Won.of(32_000)),
                FundFigures.of(Fund.STABILITY, Won.of(50_000), Won.ZERO, Won.ZERO, Won.of(5_000))));
    }

    static PrintedSlip benefitRecovery() {
        return printed(slip(
                Debt.ofCharge(DebtKind.BENEFIT_RECOVERY, WORKPLACE, 2022, ID, Insurance.IA),
                0,
                FundFigures.ofCharge(Fund.INDUSTRIAL_ACCIDENT, Won.of(2_345_670))));
    }

    static PrintedSlip fine() {
        return printed(slip(
                Debt.ofCharge(DebtKind.FINE, WORKPLACE, 2022, ID, Insurance.EI),
                0,
                FundFigures.ofCharge(Fund.UNEMPLOYMENT, Won.of(1_000_000))));
    }

    /** Everything as long as it can be. */
    static PrintedSlip longest() {
        Won most = Won.of(333_333_333_333_330L);
        PrintedSlip it = printed(slip(
                Debt.ofCorrection(WORKPLACE, 2021, ID, ID, Insurance.EI),
                5_000,
                FundFigures.of(Fund.UNEMPLOYMENT, most, most, Won.of(9_999_999_999_990L), Won.of(33_333_333_333_330L)),
                FundFigures.of(Fund.STABILITY, most, most, Won.of(9_999_999_999_990L), Won.of(33_333_333_333_330L))));
        return new PrintedSlip(
                it.slip(),
                it.issuedOn(),
                LONGEST_NAME,
                Optional.empty(),
                Optional.of(EPaymentNumber.ofSerial(77)),
                Optional.empty(),
                List.of("우리은행 1005-999-9999999-99", "하나은행 999-999999-99999"));
    }

    static PrintedSlip in(SlipState state) {
        PrintedSlip it = accident();
        return new PrintedSlip(
                it.slip().in(state),
                it.issuedOn(),
                it.workplaceName(),
                state == SlipState.PAID ? Optional.of(LocalDate.of(2022, 3, 30)) : Optional.empty(),
                Optional.empty(),
                state == SlipState.CANCELLED ? Optional.of(EPaymentNumber.ofSerial(9)) : Optional.empty(),
                it.accounts());
    }

    private static PrintedSlip printed(Slip slip) {
        return new PrintedSlip(
                slip,
                LocalDate.of(2022, 3, 10),
                "고산건설(주)",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("우리은행 1005-123-4567890-12", "하나은행 123-456789-01234"));
    }

    private static Slip slip(Debt debt, long reduction, FundFigures... funds) {
        PaymentPeriod figures = PaymentPeriod.of(debt.period(), DUE, Won.of(reduction), List.of(funds));
        return new Slip(
                ID, EPaymentNumber.ofSerial(5), debt, figures, DUE, DUE, DUE, SlipState.ISSUED, Optional.empty());
    }
}
