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
 * are compared without legal form, spaces, signs and case, and one may contain the other.
 */
@Singleton
public class AccountHolder {

    private static final Pattern LEGAL_FORM = Pattern.compile("\\([주유합]\\)|주식회사|유한책임회사|유한회사|합자회사|합명회사");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern KIND_OF_WORKPLACE = Pattern.compile("(일괄|본사)$");
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
        return names.isEmpty() || names.stream().anyMatch(name -> fits(account.holderName(), name))
                ? Optional.empty()
                : Optional.of(Violation.of(pointer + "/holderName", "refund-account-holder-differs"));
    }

    /** Whether the name is one the employer is on record by; false where no name is. Reads only; runs inside a transaction. */
    boolean isOnRecord(String holderName, KnownWorkplace known) {
        return names(known, null).stream().anyMatch(name -> fits(holderName, name));
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

    /** NFKC makes (주) of ㈜ and plain letters of wide ones. */
    private static String essence(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String letters = SIGNS.matcher(
                        LEGAL_FORM.matcher(plain.replaceAll("\\s", "")).replaceAll(""))
                .replaceAll("");
        return KIND_OF_WORKPLACE.matcher(letters).replaceFirst("");
    }
}
