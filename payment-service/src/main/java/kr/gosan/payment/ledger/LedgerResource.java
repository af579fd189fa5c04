package kr.gosan.payment.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Granted;
import kr.gosan.payment.Page;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Entry;
import kr.gosan.payment.book.Levy;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A workplace's ledger over HTTP. */
@Path("/payment/v1/ledger")
@Tag(name = "Ledger")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public final class LedgerResource {

    private final LedgerStore ledger;
    private final LevyStore levies;
    private final Granted granted;
    private final Problems problems;

    LedgerResource(LedgerStore ledger, LevyStore levies, Granted granted, Problems problems) {
        this.ledger = ledger;
        this.levies = levies;
        this.granted = granted;
        this.problems = problems;
    }

    /**
     * @param balances of all accounts, complete on every page
     * @param levies industrial-accident money as it is divided over premium and levies
     * @param items transactions
     * @param nextCursor missing on the last page of transactions
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LedgerView(
            WorkplaceNumber managementNo,
            List<BalanceView> balances,
            LeviesView levies,
            List<TransactionView> items,
            UUID nextCursor) {}

    /** @param explanation by what rule, in the caller's language */
    record LeviesView(String explanation, List<LevyView> items) {}

    /** @param balance received less given back */
    record LevyView(Levy levy, Won received, Won givenBack, Won balance) {

        static LevyView of(LevyStore.LevySum sum) {
            return new LevyView(sum.levy(), sum.received(), sum.givenBack(), sum.balance());
        }
    }

    /** @param balance debits less credits: what is owed to the insurer counts up */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BalanceView(Insurance insurance, Fund fund, Account account, Won debit, Won credit, Won balance) {}

    /**
     * @param originId what the debt stems from: the return, the correction or the charge
     * @param returnId missing for what stems from no return
     * @param noticeId the bank notice it follows from
     * @param causeId what else it follows from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TransactionView(
            UUID transactionId,
            Posting.Kind kind,
            Insurance insurance,
            DebtKind debtKind,
            UUID originId,
            UUID returnId,
            int period,
            UUID noticeId,
            UUID causeId,
            LocalDate valueDate,
            List<EntryView> entries) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(Account account, Fund fund, Entry.Side side, Won amount, Levy levy) {}

    @GET
    @Operation(
            summary = "Ledger of a workplace",
            description = "Balances of all accounts and the transactions they are the sum of, oldest first, in pages."
                    + " Problems: invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "Balances and transactions",
            content = @Content(schema = @Schema(implementation = LedgerView.class)))
    public Response ledger(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            Page<LedgerStore.Booked> page = ledger.ofWorkplace(workplace, cursor);
            return Response.ok(new LedgerView(
                            workplace,
                            ledger.balances(workplace).stream()
                                    .map(LedgerResource::view)
                                    .toList(),
                            new LeviesView(
                                    problems.text("levies-explained"),
                                    levies.ofWorkplace(workplace).stream()
                                            .map(LevyView::of)
                                            .toList()),
                            page.items().stream().map(LedgerResource::view).toList(),
                            page.next()))
                    .build();
        });
    }

    private static BalanceView view(LedgerStore.Balance sum) {
        return new BalanceView(sum.insurance(), sum.fund(), sum.account(), sum.debit(), sum.credit(), sum.balance());
    }

    private static TransactionView view(LedgerStore.Booked booked) {
        Posting posting = booked.posting();
        Debt debt = posting.debt().orElseThrow();
        return new TransactionView(
                booked.transactionId(),
                posting.kind(),
                debt.insurance(),
                debt.kind(),
                debt.originId(),
                debt.returnId(),
                debt.period(),
                posting.noticeId().orElse(null),
                posting.causeId().orElse(null),
                posting.valueDate(),
                posting.entries().stream()
                        .map(entry -> new EntryView(
                                entry.account(),
                                entry.fund().orElse(null),
                                entry.side(),
                                entry.amount(),
                                entry.levy().orElse(null)))
                        .toList());
    }
}
