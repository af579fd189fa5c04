package kr.gosan.platform.testing;

import java.util.concurrent.ThreadLocalRandom;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.InvalidNumber;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.kernel.number.WorkplaceNumber;

/** Random numbers of the right form, so that tests share a database without meeting. */
public final class TestNumbers {

    private TestNumbers() {}

    public static BusinessNumber business() {
        String nine = "%09d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000L));
        for (int check = 0; check < 10; check++) {
            try {
                return BusinessNumber.of(nine + check);
            } catch (InvalidNumber e) {
                // the next digit
            }
        }
        throw new IllegalStateException("one of ten check digits fits");
    }

    public static WorkplaceNumber workplace(BusinessNumber business, int suffix) {
        return WorkplaceNumber.of(business.digits() + suffix);
    }

    public static ResidentNumber resident() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return ResidentNumber.of("%02d%02d%02d%d%06d"
                .formatted(
                        random.nextInt(60, 99),
                        random.nextInt(1, 13),
                        random.nextInt(1, 29),
                        random.nextInt(1, 3),
                        random.nextInt(1_000_000)));
    }
}
