package kr.gosan.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One thing a stack runs: how it is prepared, started and found ready. */
interface Program {

    /** Names the program on screen, its log file and what others need. */
    String name();

    /** The ports it listens on; checked before anything starts. */
    List<Integer> listens();

    /** The names of the programs that must be ready before this one starts. */
    List<String> needs();

    /** Everything that can be done before those are ready; runs at every start and must find out what is done already. */
    void prepare(Screen screen) throws IOException, InterruptedException;

    Command command() throws IOException;

    boolean ready(LogSince log) throws IOException;

    /** What must be inside the running program before others may use it; repeated after every start of the program. */
    void furnish(Screen screen) throws IOException, InterruptedException;

    /**
     * @param line the command and its arguments
     * @param environment everything the child sees: nothing is inherited but PATH, HOME, LANG and TMPDIR
     * @param stopSignal the signal that makes this program finish its work and leave quickly
     */
    record Command(List<String> line, Map<String, String> environment, String stopSignal) {}
}
