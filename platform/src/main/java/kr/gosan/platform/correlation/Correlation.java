package kr.gosan.platform.correlation;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The id that follows one cause from the front door through every log line, row and event to the last effect. */
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";

    private static final String MDC_KEY = "correlationId";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private Correlation() {}

    /** The current id; a new one when nothing has been started yet. */
    public static String current() {
        Object id = MDC.get(MDC_KEY);
        return id == null ? start(null) : id.toString();
    }

    /** Takes over the id given from outside when it is well-formed, and makes one otherwise. */
    public static String start(String given) {
        String id = given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        MDC.put(MDC_KEY, id);
        return id;
    }

    public static void end() {
        MDC.remove(MDC_KEY);
    }
}
