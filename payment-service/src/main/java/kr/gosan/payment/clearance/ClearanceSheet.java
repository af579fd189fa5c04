package kr.gosan.payment.clearance;

import java.util.stream.Collectors;
import kr.gosan.payment.print.Bars;
import kr.gosan.payment.print.Words;
import kr.gosan.platform.print.PrintableText;

/**
 * What a certificate of full payment shows, as text.
 *
 * @param insurances 고용보험, 산재보험 or both
 * @param url where it can be checked, as printed and in the QR code
 */
public record ClearanceSheet(
        String certificateNo,
        String managementNo,
        String workplaceName,
        String insurances,
        String purpose,
        String submittedTo,
        String issuedOn,
        String code,
        String url,
        Bars qr) {

    static ClearanceSheet of(ClearanceCertificate it, String url) {
        return new ClearanceSheet(
                it.certificateNo(),
                it.managementNo().toString(),
                PrintableText.of(it.workplaceName()),
                it.insurances().stream()
                        .sorted((one, other) -> other.compareTo(one))
                        .map(Words::insurance)
                        .collect(Collectors.joining(", ")),
                switch (it.purpose()) {
                    case PUBLIC_CONTRACT -> "국가·지방자치단체·공공기관 계약대금 수령용";
                    case OTHER -> "기타";
                },
                PrintableText.of(it.submittedTo()),
                Words.day(it.issuedOn()),
                it.code().toString(),
                url,
                Bars.qr(url));
    }
}
