package kr.gosan.premium.application;

/** Documented requests; a test sends each as it stands here, but for the workplace number. */
public final class ApplicationExamples {

    public static final String REFUND_ACCOUNT = """
            {
              "form": "10709",
              "managementNo": "12345678916",
              "refundTo": {
                "account": {
                  "bank": "근로은행", "accountNo": "777-88-99990001", "holderKind": "CORPORATION", "holderName": "고산건설(주)"
                }
              }
            }
            """;

    public static final String EXPERIENCE = """
            {
              "form": "10704",
              "managementNo": "12345678916",
              "insuranceYear": 2023,
              "experienceSurvey": {
                "worksTotal": 6000000000,
                "premiums": 100000000,
                "accidents": [
                  {"circumstance": "ORDINARY", "ownWorker": true, "benefits": 3000000},
                  {"circumstance": "SHARED_BREACH", "ownWorker": false, "benefits": 4000000}
                ],
                "deaths": 3,
                "published": false
              }
            }
            """;

    public static final String SUPPORT = """
            {
              "form": "10712",
              "managementNo": "12345678916",
              "insuranceYear": 2021,
              "support": {
                "insuredByMonth": [
                  {"month": 1, "workers": 7}, {"month": 2, "workers": 9}, {"month": 3, "workers": 8}
                ],
                "workers": [
                  {
                    "insuredRecordId": "0198c0de-0000-7000-8000-000000000001",
                    "employment": "REGULAR",
                    "joinedOn": "2021-03-01",
                    "acquisitionReportedOn": "2021-04-15",
                    "property": 120000000,
                    "income": 20000000,
                    "months": [{"month": 3, "remuneration": 2000000}, {"month": 4, "remuneration": 2000000}]
                  }
                ]
              }
            }
            """;

    public static final String DEBIT = """
            {
              "form": "DEBIT_ACCOUNT",
              "managementNo": "12345678916",
              "insuranceYear": 2022,
              "debitAccount": {
                "wish": "START",
                "fromPeriod": 2,
                "account": {
                  "bank": "근로은행", "accountNo": "777-88-99990001", "holderKind": "CORPORATION", "holderName": "고산건설(주)"
                }
              }
            }
            """;

    public static final String DECISION = """
            {"decision": "APPROVED", "reason": "요건을 모두 갖춤"}
            """;

    private ApplicationExamples() {}
}
