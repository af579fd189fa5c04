package kr.gosan.kernel.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All legal parameters a service owns, by id. Immutable. */
public final class LawBook {

    private final Map<String, LawParameter> parameters = new TreeMap<>();

    public LawBook(Collection<LawParameter> parameters) {
        for (LawParameter parameter : parameters) {
            if (this.parameters.put(parameter.id(), parameter) != null) {
                throw new IllegalArgumentException("two parameters are called " + parameter.id());
            }
        }
    }

    public LookUp on(String id, LocalDate date) {
        LawParameter parameter = parameters.get(id);
        return parameter == null ? new LookUp.Refused(id, date, LookUp.Reason.NO_SUCH_PARAMETER) : parameter.on(date);
    }

    public Optional<LawParameter> parameter(String id) {
        return Optional.ofNullable(parameters.get(id));
    }

    public Collection<LawParameter> all() {
        return java.util.Collections.unmodifiableCollection(parameters.values());
    }
}
