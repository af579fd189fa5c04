package kr.gosan.platform.event;

/**
 * An event that is right, but needs something that is not known here yet, such as the law of its day. It waits in its order and is
 * tried again, also after a restart, until it is known.
 */
public final class EarlyEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EarlyEvent(String missing) {
        super(missing);
    }
}
