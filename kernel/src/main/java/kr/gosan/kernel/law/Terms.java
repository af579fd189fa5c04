package kr.gosan.kernel.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Legal figures read in one pass: with them a decision is plain arithmetic. What is missing is gathered, not guessed. */
public final class Terms {

    private final LawBook book;
    private final Map<String, AppliedParameter> found = new LinkedHashMap<>();
    private final List<LookUp.Refused> refusals = new ArrayList<>();

    private Terms(LawBook book) {
        this.book = book;
    }

    public static Terms from(LawBook book) {
        return new Terms(book);
    }

    /** Reads these parameters as they stand on that day. */
    public Terms on(LocalDate date, String... ids) {
        for (String id : ids) {
            read(id, id, date);
        }
        return this;
    }

    /** Reads a parameter under a name of its own, where one is needed for several days. */
    public Terms as(String name, String id, LocalDate date) {
        read(name, id, date);
        return this;
    }

    /** Reads a rule that may not have existed yet on that day: then it is simply not there. */
    public Terms ifInForce(LocalDate date, String... ids) {
        for (String id : ids) {
            if (!(book.on(id, date) instanceof LookUp.Refused(String i, LocalDate d, LookUp.Reason reason)
                    && reason == LookUp.Reason.BEFORE_FIRST_VALUE)) {
                read(id, id, date);
            }
        }
        return this;
    }

    /** The ids of all series that begin with the prefix, in their order: the steps of a table. */
    public List<String> series(String prefix) {
        return book.all().stream()
                .map(parameter -> parameter.id())
                .filter(id -> id.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** Each look-up that had no answer, once. */
    public List<LookUp.Refused> refusals() {
        return refusals.stream().distinct().toList();
    }

    public boolean areKnown() {
        return refusals.isEmpty();
    }

    /** Throws {@link IllegalStateException} when it was not read or is not known. */
    public AppliedParameter the(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("not read: " + name));
    }

    public Optional<AppliedParameter> find(String name) {
        return Optional.ofNullable(found.get(name));
    }

    /** Every parameter version in use. */
    public List<AppliedParameter> parameters() {
        return found.values().stream().distinct().toList();
    }

    private void read(String name, String id, LocalDate date) {
        switch (book.on(id, date)) {
            case LookUp.Found it -> found.put(name, it.parameter());
            case LookUp.Refused it -> refusals.add(it);
        }
    }
}
