package kr.gosan.demo.client;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Premium returns as a client writes them. */
public final class PremiumReturns {

    private PremiumReturns() {}

    /**
     * The return of the construction collective from COMWEL's guide for 2022: 120,000,000 won of general remuneration and
     * 10,000,000 for equipment operators, 3,000,000 of 3,500,000 won of the estimate paid, and so on.
     *
     * @param payment {@code LUMP_SUM} or {@code INSTALLMENT}
     */
    public static ObjectNode ofTheGuide(String managementNo, String payment) {
        return parse("""
                {
                  "managementNo": "%s",
                  "insuranceYear": 2021,
                  "confirmed": {
                    "industrialAccident": {"general": 120000000, "equipment": 10000000},
                    "employment": {"unemployment": 120000000, "stability": 120000000}
                  },
                  "previousEstimate": {
                    "industrialAccident": {"reported": 3500000, "paid": 3000000},
                    "unemployment": {"reported": 1100000, "paid": 900000},
                    "stability": {"reported": 250000, "paid": 200000}
                  },
                  "estimated": {
                    "industrialAccident": {"general": 126000000, "equipment": 9000000},
                    "employment": {"unemployment": 130000000, "stability": 130000000}
                  },
                  "payment": {"industrialAccident": "%s", "employment": "%s"}
                }""".formatted(managementNo, payment, payment));
    }

    /** A head office that paid a little too much for 2021 and pays 2022 in four instalments. */
    public static ObjectNode ofAHeadOffice(String managementNo) {
        return parse("""
                {
                  "managementNo": "%s",
                  "insuranceYear": 2021,
                  "confirmed": {
                    "industrialAccident": {"general": 100000000, "equipment": 0},
                    "employment": {"unemployment": 100000000, "stability": 100000000}
                  },
                  "previousEstimate": {
                    "industrialAccident": {"reported": 1084000, "paid": 1084000},
                    "unemployment": {"reported": 1100000, "paid": 1100000},
                    "stability": {"reported": 250000, "paid": 250000}
                  },
                  "estimated": {
                    "industrialAccident": {"general": 100000000, "equipment": 0},
                    "employment": {"unemployment": 100000000, "stability": 100000000}
                  },
                  "payment": {"industrialAccident": "INSTALLMENT", "employment": "INSTALLMENT"}
                }""".formatted(managementNo));
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) FrontDoor.JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
