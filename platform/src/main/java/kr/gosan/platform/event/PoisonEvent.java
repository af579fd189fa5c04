package kr.gosan.platform.event;

/** An event that no retry can make right. It goes to the dead-letter topic with this reason. */
public final class PoisonEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonEvent(String reason) {
        super(reason);
    }
}
