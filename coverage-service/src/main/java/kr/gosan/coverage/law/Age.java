package kr.gosan.coverage.law;

import java.time.LocalDate;

/** Age as the Civil Act counts it. */
public final class Age {

    private Age() {}

    /**
     * The first day on which somebody is that many years old: the birthday itself, because the day of birth counts (민법
     * §158). Who was born on February 29 gets older on March 1 of a common year (민법 §160③).
     */
    public static LocalDate reached(LocalDate birthDate, int years) {
        LocalDate birthday = birthDate.plusYears(years);
        return birthday.getDayOfMonth() == birthDate.getDayOfMonth() ? birthday : birthday.plusDays(1);
    }
}
