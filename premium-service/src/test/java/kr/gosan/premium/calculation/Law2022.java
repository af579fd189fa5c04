package kr.gosan.premium.calculation;

import java.time.LocalDate;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.Workplace;
import org.junit.jupiter.api.Assertions;

/** The law of the returns that confirm 2021 and estimate 2022, read from the files the service ships. */
public final class Law2022 {

    public static final PremiumLaw LAW = new PremiumLaw(LawFiles.read(Law2022.class.getClassLoader()));

    public static final LocalDate LONG_AGO = LocalDate.of(2015, 5, 1);

    /** A day before the due date of March 31. */
    public static final LocalDate IN_TIME = LocalDate.of(2022, 3, 10);

    private Law2022() {}

    public static Workplace workplace(WorkplaceKind kind, LocalDate establishedOn) {
        return Workplace.of(kind, EmployeeScale.UNDER_150, EmployerKind.CORPORATION, establishedOn);
    }

    public static ReturnLaw of(WorkplaceKind kind, LocalDate establishedOn) {
        return Assertions.assertInstanceOf(
                        PremiumLaw.Answer.Known.class, LAW.forReturn(2021, workplace(kind, establishedOn)))
                .law();
    }

    public static ReturnLaw construction() {
        return of(WorkplaceKind.CONSTRUCTION_COLLECTIVE, LONG_AGO);
    }
}
