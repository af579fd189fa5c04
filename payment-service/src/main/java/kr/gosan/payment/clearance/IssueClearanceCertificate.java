package kr.gosan.payment.clearance;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.arrears.OpenItems;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.json.CanonicalJson;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;

/** Issues a certificate of full payment, or says what stands against it. */
@Singleton
public class IssueClearanceCertificate {

    private final OpenItems openItems;
    private final Workplaces workplaces;
    private final WorkplaceClock clock;
    private final ClearanceStore store;
    private final ClearanceDocument document;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    IssueClearanceCertificate(
            OpenItems openItems,
            Workplaces workplaces,
            WorkplaceClock clock,
            ClearanceStore store,
            ClearanceDocument document,
            Audit audit) {
        this.openItems = openItems;
        this.workplaces = workplaces;
        this.clock = clock;
        this.store = store;
        this.document = document;
        this.audit = audit;
    }

    /** What came of asking for a certificate. */
    sealed interface Outcome {

        record Issued(ClearanceCertificate certificate) implements Outcome {}

        /** It would be issued: nothing stands against it. */
        record Clear(LocalDate on) implements Outcome {}

        /** @param debts what is overdue, with the late charge to the day */
        record InArrears(LocalDate on, List<OpenDebt> debts) implements Outcome {}

        /** A late charge could not be computed: what is owed is not known. */
        record NotKnown(List<LookUp.Refused> refusals) implements Outcome {}
    }

    /** Only decides. */
    @Transactional
    Outcome check(ClearanceRequest request) {
        LocalDate today = clock.today(request.managementNo());
        return switch (openItems.of(request.managementNo(), today)) {
            case OpenItems.Answer.Unknown it -> new Outcome.NotKnown(it.refusals());
            case OpenItems.Answer.Known it -> {
                List<OpenDebt> overdue = Clearance.overdue(it.debts(), request.insured(), today);
                yield overdue.isEmpty() ? new Outcome.Clear(today) : new Outcome.InArrears(today, overdue);
            }
        };
    }

    /**
     * Decides, makes the document, signs it and keeps it. It is kept as it was signed: whenever it is fetched, it is the same
     * to the byte.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Outcome issue(String memberId, ClearanceRequest request) {
        Outcome outcome = check(request);
        if (!(outcome instanceof Outcome.Clear clear)) {
            return outcome;
        }
        OffsetDateTime now = KoreanTime.timeOf(clock.now(request.managementNo()));
        ClearanceCertificate draft = new ClearanceCertificate(
                store.nextId(),
                store.nextNumber(clear.on()),
                request.managementNo(),
                workplaces
                        .find(request.managementNo())
                        .map(KnownWorkplace::name)
                        .orElseThrow(),
                request.insured(),
                request.purpose(),
                request.submittedTo() == null ? "" : request.submittedTo().strip(),
                clear.on(),
                now,
                VerificationCode.random(random),
                "");
        byte[] signed = document.of(draft);
        ClearanceCertificate issued = draft.with(HexFormat.of().formatHex(CanonicalJson.sha256(signed)));
        store.keep(issued, signed, memberId);
        audit.record(
                memberId,
                "payment.clearance-certificate.issued",
                issued.managementNo(),
                issued.certificateId().toString());
        return new Outcome.Issued(issued);
    }
}
