package kr.gosan.premium.amendment;

/** Requests shown in the API description; tests send exactly these. */
public final class CorrectionExample {

    /** 10,000,000 won of site labour had been left out. */
    public static final String AMENDED_RETURN = """
            {
              "kind": "AMENDED_RETURN",
              "against": 0,
              "confirmed": {
                "industrialAccident": {"general": 130000000, "equipment": 10000000},
                "employment": {"unemployment": 130000000, "stability": 130000000}
              },
              "reason": "현장 일용근로자 보수 10,000,000원 누락"
            }
            """;

    /** Pay of the representative had been counted in. */
    public static final String CORRECTION_CLAIM = """
            {
              "kind": "CORRECTION_CLAIM",
              "against": 0,
              "confirmed": {
                "industrialAccident": {"general": 110000000, "equipment": 10000000},
                "employment": {"unemployment": 110000000, "stability": 110000000}
              },
              "reason": "대표자 보수 10,000,000원을 잘못 산입",
              "evidence": "급여대장, 법인등기부"
            }
            """;

    /** Half of the works of the year fell through. */
    public static final String ESTIMATE_REDUCTION = """
            {
              "managementNo": "123-45-67891-6",
              "insuranceYear": 2021,
              "against": 0,
              "estimated": {
                "industrialAccident": {"general": 60000000, "equipment": 5000000},
                "employment": {"unemployment": 60000000, "stability": 60000000}
              },
              "cause": "WORKERS_REDUCED",
              "reason": "수주 공사 2건 취소",
              "evidence": "계약 해지 통지서 2022-05-10"
            }
            """;

    public static final String RATE_CHANGE = """
            {"parameterId": "employment.unemployment.rate", "changedOn": "2022-07-01"}
            """;

    private CorrectionExample() {}
}
