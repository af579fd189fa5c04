package kr.gosan.premium.calculator;

/** Requests shown in the API description; tests send exactly these. */
public final class RemunerationExample {

    /** The statements of the filing guide's p.17, in won, with 60 % prime contracts. */
    public static final String CALCULATION = """
            {
              "insuranceYear": 2021,
              "accounts": [
                {"account": "SALARIES", "total": 1000000000, "deductions": {"chiefExecutive": 100000000}},
                {"account": "BONUSES", "total": 1000000000, "deductions": {"chiefExecutive": 200000000}},
                {"account": "WELFARE", "total": 700000000, "parts": {"office": 700000000}},
                {"account": "SITE_SALARIES", "total": 1000000000},
                {"account": "DAILY_WAGES", "total": 1000000000},
                {"account": "OUTSOURCING", "total": 7000000000},
                {"account": "MATERIALS", "total": 4000000000, "parts": {"outsourced": 4000000000}},
                {"account": "SERVICES", "total": 1000000000, "parts": {"siteWorkers": 1000000000}}
              ],
              "worksRevenue": {"prime": 12000000000, "subcontract": 8000000000},
              "equipmentOperators": [{"from": "2021-06-11", "to": "2021-07-31", "operators": 2}],
              "circumstances": {
                "staffOnSites": true,
                "defectRepair": {"remuneration": 30000000, "included": false}
              },
              "employer": {"employeeScale": "UNDER_150", "employerKind": "CORPORATION", "establishedOn": "2015-05-01"}
            }
            """;

    /** The same as drafts of the head office's and the collective's return. */
    public static final String DRAFTS = """
            {
              "calculation": {
                "insuranceYear": 2021,
                "accounts": [
                  {"account": "SALARIES", "total": 2400000000},
                  {"account": "SITE_SALARIES", "total": 1000000000},
                  {"account": "OUTSOURCING", "total": 7000000000}
                ]
              },
              "headOffice": {"managementNo": "123-45-67891-0", "clientReference": "2021-head-office"},
              "collective": {"managementNo": "123-45-67891-6", "clientReference": "2021-collective"}
            }
            """;

    /** One operator over the change of the standard remuneration in 2021. */
    public static final String EQUIPMENT = """
            {"insuranceYear": 2021, "operators": [{"from": "2021-06-11", "to": "2021-07-31", "operators": 2}]}
            """;

    /** Works to come, where the cap of the contract sum does not bind. */
    public static final String WORKS = """
            {"insuranceYear": 2022, "planned": {"totalCost": 1000000000, "contractSum": 800000000}, "months": 12}
            """;

    /** Timber felled. */
    public static final String LOGGING = """
            {"insuranceYear": 2022, "cubicMetres": "1234.5"}
            """;

    private RemunerationExample() {}
}
