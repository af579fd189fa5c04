package kr.gosan.premium.settlementaudit;

/** Requests shown in the API description; tests send exactly these. */
public final class AuditExample {

    public static final String NDJSON = """
            {"managementNo": "123-45-67891-6", "insuranceYear": 2021, "source": "TAX_ACCOUNTS", "directPay": 90000000, "outsourcing": 200000000}
            """;

    public static final String CSV = """
            managementNo,insuranceYear,source,directPay,outsourcing,worksAmount,contractAmount
            123-45-67891-6,2021,WORKS_RESULTS,,,600000000,600000000
            """;

    public static final String SELECTION = """
            {"insuranceYear": 2021, "source": "TAX_ACCOUNTS", "thresholdPercent": "10", "reason": "2022년 확정정산 계획: 추정보수와 10% 이상 차이"}
            """;

    public static final String NAMED = """
            {"insuranceYear": 2021, "managementNo": "123-45-67891-6", "reason": "보수총액 불명확: 현장별 임금대장 없음"}
            """;

    public static final String NOTICE = """
            {"step": "PLAN_NOTICE", "note": "국세청 결산자료로 산정한 추정보수총액이 신고보수총액보다 15.38% 많음"}
            """;

    public static final String RESULT = """
            {
              "basis": "DATA",
              "confirmed": {
                "industrialAccident": {"general": 140000000, "equipment": 10000000},
                "employment": {"unemployment": 140000000, "stability": 140000000}
              },
              "note": "외주공사비 중 노무비 20,000,000원 누락 확인"
            }
            """;

    private AuditExample() {}
}
