package kr.gosan.demo.client;

import java.util.concurrent.ThreadLocalRandom;

/** Invented numbers of the right form, new ones for every run, so that runs never meet. */
public final class SandboxNumbers {

    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    private SandboxNumbers() {}

    /** A business registration number whose middle digits are those of a corporation (86) and whose check digit fits. */
    public static String business() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String nine = "%03d86%04d".formatted(random.nextInt(100, 1000), random.nextInt(10_000));
        int sum = (nine.charAt(8) - '0') * 5 / 10;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (nine.charAt(i) - '0');
        }
        return nine + (10 - sum % 10) % 10;
    }

    /** A resident number of somebody born on 1990-01-01. */
    public static String resident() {
        return "900101-1%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
    }
}
