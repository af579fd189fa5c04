package kr.gosan.premium.filing;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.premium.calculation.Violation;

/**
 * Whether an account is the employer's own: of its kind, and in its name as it is on record. The bank is not asked, so names
 * are compared without legal form, spaces, signs and case. Of a sole proprietor one name may contain the other; a
 * corporation's account has to show the whole of its name, and is not in its representative's ("법인은 법인계좌").
 */
@Singleton
public class AccountHolder {

    private static final Pattern LEGAL_FORM = Pattern.compile("\\([주유합]\\)|주식회사|유한책임회사|유한회사|합자회사|합명회사");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern KIND_OF_WORKPLACE = Pattern.compile("(일괄|본사)$");
    private static final Pattern WORKS = Pattern.compile("(?<=[^\\p{L}\\p{N}])건설(일괄|본사)[^\\p{L}\\p{N}]*$");
    private static final int SHORTEST_PART = 2;

    private final ParticularsStore particulars;

    public AccountHolder(ParticularsStore particulars) {
        this.particulars = particulars;
    }

    /** Kind and name; what is missing is not judged. Reads only; runs inside a transaction. */
    public Optional<Violation> against(ReturnFields.RefundAccount account, String pointer, KnownWorkplace known) {
        if (account == null || account.holderKind() == null) {
            return Optional.empty();
        }
        return account.holderKind() == known.employerKind()
                ? named(account, pointer, known, null)
                : Optional.of(Violation.of(pointer + "/holderKind", "refund-account-not-the-employers"));
    }

    /**
     * The name only: of a corporation that of the establishment or of the latest return, of a sole proprietor the
     * representative's; where none is on record, the one told along with the account; where none is known, any.
     *
     * @param told the particulars of the return that names the account; may be null
     */
    Optional<Violation> named(
            ReturnFields.RefundAccount account, String pointer, KnownWorkplace known, Particulars told) {
        if (account == null || account.holderName() == null || account.holderKind() != known.employerKind()) {
            return Optional.empty();
        }
        List<String> names = names(known, told);
        return names.isEmpty() || isIn(names, account.holderName(), known, told)
                ? Optional.empty()
                : Optional.of(Violation.of(pointer + "/holderName", "refund-account-holder-differs"));
    }

    /** Whether the name is one the employer is on record by; false where no name is. Reads only; runs inside a transaction. */
    boolean isOnRecord(String holderName, KnownWorkplace known) {
        return isIn(names(known, null), holderName, known, null);
    }

    private boolean isIn(List<String> names, String holder, KnownWorkplace known, Particulars told) {
        if (known.employerKind() != EmployerKind.CORPORATION) {
            return names.stream().anyMatch(name -> fits(holder, name));
        }
        boolean representatives = Stream.concat(
                        particulars.latest(known.managementNo()).stream(), Stream.ofNullable(told))
                .map(Particulars::representative)
                .filter(Objects::nonNull)
                .anyMatch(person -> isPersons(holder, person));
        return !representatives && names.stream().anyMatch(name -> fitsCorporation(holder, name));
    }

    private List<String> names(KnownWorkplace known, Particulars told) {
        Optional<Particulars> latest = particulars.latest(known.managementNo());
        return known.employerKind() == EmployerKind.CORPORATION
                ? Stream.of(known.name(), latest.map(Particulars::name).orElse(null))
                        .filter(Objects::nonNull)
                        .toList()
                : latest
                        .map(Particulars::representative)
                        .or(() -> Optional.ofNullable(told).map(Particulars::representative))
                        .stream()
                        .toList();
    }

    static boolean fits(String holder, String name) {
        String one = essence(holder);
        String other = essence(name);
        boolean longEnough = Math.min(one.length(), other.length()) >= SHORTEST_PART;
        return !one.isEmpty() && one.equals(other) || longEnough && (one.contains(other) || other.contains(one));
    }

    /** Never the other way round: a corporation is often called after a person, whose own account that would let in. */
    static boolean fitsCorporation(String holder, String name) {
        String one = essence(holder);
        String whole = essence(name);
        return !one.isEmpty() && (one.equals(whole) || one.equals(essence(withoutWorks(name))))
                || whole.length() >= SHORTEST_PART && one.contains(whole);
    }

    private static String withoutWorks(String name) {
        return WORKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceFirst("");
    }

    /** Whether that is the person and nothing more: with a legal form it is a corporation called after him. */
    static boolean isPersons(String holder, String person) {
        return letters(plain(holder)).equals(letters(plain(person)));
    }

    private static String essence(String name) {
        String letters = letters(LEGAL_FORM.matcher(plain(name)).replaceAll(""));
        return KIND_OF_WORKPLACE.matcher(letters).replaceFirst("");
    }

    /** NFKC makes (주) of ㈜ and plain letters of wide ones. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }

    private static String letters(String plain) {
        return SIGNS.matcher(plain).replaceAll("");
    }
}
