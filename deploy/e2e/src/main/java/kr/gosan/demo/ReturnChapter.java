package kr.gosan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kr.gosan.demo.client.Answer;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.SignedReceipt;

/** A filed return: how each figure came about, the figures themselves, the receipt. */
final class ReturnChapter {

    private final Story story;
    private final Company company;
    private final Answer filed;

    ReturnChapter(Story story, Company company, Answer filed) {
        this.story = story;
        this.company = company;
        this.filed = filed;
    }

    /** Every line of the calculation as an accountant would redo it, with its article. */
    void trace() {
        Answer trace = company.door()
                .get("/premium/v1/returns/" + filed.text("/id") + "/trace")
                .expect(200);
        for (JsonNode line : trace.at("/lines")) {
            story.tell(
                    "%-34s %s", line.path("step").asText(), line.path("formula").asText());
            story.tell("%-34s   %s", "", line.path("legalBasis").asText());
        }
        story.same("the trace has lines", true, trace.at("/lines").size() > 10);
        story.tell("");
    }

    void collectiveFigures() {
        story.figure("IA 2021 confirmed: 4,515,600 + 370,000", 4_885_600, premium("IA", "confirmed"));
        story.figure("   additional (추가납부할 액)", 1_385_600, settlement("INDUSTRIAL_ACCIDENT", "additional"));
        story.figure(
                "   arrears of the estimate, billed by NHIS", 500_000, settlement("INDUSTRIAL_ACCIDENT", "arrears"));
        story.figure("IA 2022 estimated, 70–130% rule: same base", 4_885_600, premium("IA", "estimated"));
        period("IA", 0, 1_385_600, 4_885_600, 146_560, 5_000, 6_119_640);
        story.figure("EI 2021 confirmed: 1,920,000 + 300,000", 2_220_000, premium("EI", "confirmed"));
        story.figure("   additional, unemployment (실업급여)", 820_000, settlement("UNEMPLOYMENT", "additional"));
        story.figure("   additional, stability (고안)", 50_000, settlement("STABILITY", "additional"));
        story.figure("EI 2022 estimated, 16‰ then 18‰ from July", 2_340_000, premium("EI", "estimated"));
        period("EI", 0, 870_000, 2_340_000, 70_200, 5_000, 3_134_800);
    }

    void headOfficeFigures() {
        story.figure("IA 2021 confirmed: 100,000,000 × 10.63‰", 1_063_000, premium("IA", "confirmed"));
        story.figure(
                "   excess (초과액), offset against instalment 1", 21_000, settlement("INDUSTRIAL_ACCIDENT", "excess"));
        period("IA", 1, -21_000, 265_750, 0, 5_000, 239_750);
        period("IA", 4, 0, 265_750, 0, 0, 265_750);
        story.figure("EI 2021 confirmed: 1,600,000 + 250,000", 1_850_000, premium("EI", "confirmed"));
        period("EI", 1, 500_000, 487_500, 0, 5_000, 982_500);
        period("EI", 2, 0, 487_500, 0, 0, 487_500);
    }

    /** The receipt, verified as anybody could: with the published keys and nothing else. */
    void receipt() {
        JsonNode receipt = filed.at("/receipt");
        story.tell("");
        story.tell(
                "receipt (접수번호) %s of %s",
                receipt.path("receiptNo").asText(), receipt.path("acceptedAt").asText());
        boolean verified = SignedReceipt.verify(
                receipt.path("jws").asText(),
                company.door().get("/premium/v1/receipt-keys").expect(200).body());
        story.tell("signature checked against the published keys: %s", verified ? "good" : "BAD");
        story.same("the receipt's signature", true, verified);
        ObjectNode canonical = JsonNodeFactory.instance.objectNode();
        for (String part : List.of("id", "content", "filedOn", "calculation")) {
            canonical.set(part, filed.at("/" + part));
        }
        story.same(
                "the receipt is for exactly this filing",
                SignedReceipt.claims(receipt.path("jws").asText())
                        .path("sha256")
                        .asText(),
                SignedReceipt.sha256(canonical));
    }

    private void period(
            String insurance, int number, long additional, long estimate, long discount, long reduction, long payable) {
        JsonNode found = insurance(insurance).path("periods");
        JsonNode period = null;
        for (JsonNode candidate : found) {
            if (candidate.path("period").asInt() == number) {
                period = candidate;
            }
        }
        if (period == null) {
            story.same(insurance + " period " + number, "listed", "missing");
            return;
        }
        String label = insurance + (number == 0 ? " slip" : " slip " + number);
        story.tell(
                "%s: %,d (confirmed) + %,d (estimate) − %,d (3%% lump sum) − %,d (e-filing)",
                label,
                period.path("confirmedAdditional").longValue(),
                period.path("estimate").longValue(),
                period.path("lumpSumDiscount").longValue(),
                period.path("eFilingReduction").longValue());
        story.same(label + " ①", additional, period.path("confirmedAdditional").longValue());
        story.same(label + " ②", estimate, period.path("estimate").longValue());
        story.same(label + " ③", discount, period.path("lumpSumDiscount").longValue());
        story.same(label + " ④", reduction, period.path("eFilingReduction").longValue());
        story.figure("   payable", payable, period.path("payable").longValue());
    }

    private long premium(String insurance, String stage) {
        return insurance(insurance).path(stage).path("total").longValue();
    }

    private long settlement(String fund, String column) {
        for (JsonNode insurance : filed.at("/calculation/insurances")) {
            for (JsonNode settlement : insurance.path("settlement")) {
                if (settlement.path("fund").asText().equals(fund)) {
                    return settlement.path(column).longValue();
                }
            }
        }
        throw new IllegalStateException("no fund " + fund);
    }

    private JsonNode insurance(String name) {
        for (JsonNode insurance : filed.at("/calculation/insurances")) {
            if (insurance.path("insurance").asText().equals(name)) {
                return insurance;
            }
        }
        throw new IllegalStateException("no insurance " + name);
    }
}
