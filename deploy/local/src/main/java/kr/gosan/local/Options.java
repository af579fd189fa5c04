package kr.gosan.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the launcher is asked to do.
 *
 * @param home where the stack lives
 * @param ports where it listens
 * @param fresh whether to begin without any data
 * @param test whether databases and topics for tests are made beside the ordinary ones
 * @param services whether the services are started too; without, they start when the file {@code services-wanted}
 *     appears in the folder {@code run}
 * @param live whether the output is a terminal, where a line can be written over
 */
record Options(Home home, Ports ports, boolean fresh, boolean test, boolean services, boolean live) {

    /**
     * Reads {@code --checkout DIR --home DIR --base-port N [--fresh] [--test] [--servers-only] [--live]}.
     *
     * @throws Refusal when something else stands there
     */
    static Options of(List<String> arguments) {
        Path checkout = null;
        Path home = null;
        int basePort = 0;
        boolean fresh = false;
        boolean test = false;
        boolean services = true;
        boolean live = false;
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--checkout" -> checkout = Path.of(value(option, rest));
                case "--home" -> home = Path.of(value(option, rest));
                case "--base-port" -> basePort = number(option, value(option, rest));
                case "--fresh" -> fresh = true;
                case "--test" -> test = true;
                case "--servers-only" -> services = false;
                case "--live" -> live = true;
                default -> throw new Refusal("Unknown option: " + option);
            }
        }
        if (checkout == null || home == null) {
            throw new Refusal("--checkout and --home are required.");
        }
        return new Options(
                new Home(home.toAbsolutePath(), checkout.toAbsolutePath()),
                new Ports(basePort),
                fresh,
                test,
                services,
                live);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Refusal(option + " needs a value.");
        }
        return rest.next();
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new Refusal(option + " must be a number, not " + value + ".");
        }
    }
}
