package kr.gosan.premium.filing;

/** Requests shown in the API description; tests send exactly these. */
public final class ReturnExample {

    private static final String SECTIONS = """
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
                "industrialAccident": {"general": 120000000, "equipment": 10000000},
                "employment": {
                  "unemployment": 120000000,
                  "stability": 120000000,
                  "unemploymentPeriods": [
                    {"from": "2022-01-01", "to": "2022-06-30", "remuneration": 60000000},
                    {"from": "2022-07-01", "to": "2022-12-31", "remuneration": 60000000}
                  ]
                }
              },
            """;

    private static final String LUMP_SUM = """
              "payment": {"industrialAccident": "LUMP_SUM", "employment": "LUMP_SUM"}
            }
            """;

    private static final String INSTALMENTS = """
              "payment": {"industrialAccident": "INSTALLMENT", "employment": "INSTALLMENT"}
            }
            """;

    private static final String CONTENT = SECTIONS + LUMP_SUM;

    /** The construction collective of the filing guide, 2021 confirmed and 2022 estimated. */
    public static final String RETURN = """
            {
              "managementNo": "123-45-67891-6",
              "clientReference": "2021-collective",
            """ + CONTENT;

    /** The same with its particulars, its monthly table and its offset request: every section that a collective has. */
    public static final String WHOLE_RETURN = """
            {
              "managementNo": "123-45-67891-6",
              "clientReference": "2021-collective-whole",
              "particulars": {
                "name": "고산건설(주)",
                "representative": "김고산",
                "address": "서울특별시 중구 고산로 1",
                "district": "서울특별시 중구",
                "phone": "02-123-4567",
                "fax": "0502-123-4567",
                "email": "office@gosan.example"
              },
              "monthlyBases": {"automatic": true},
              "offsetRequest": {"industrialAccident": 0, "unemployment": 0, "stability": 0},
            """ + CONTENT;

    private static final String WORKPLACE = """
            {
              "workplace": {
                "kind": "CONSTRUCTION_COLLECTIVE",
                "employeeScale": "UNDER_150",
                "employerKind": "CORPORATION",
                "establishedOn": "2015-05-01"
              },
              "filedOn": "2022-03-10",
            """;

    /** The same as a calculation without filing. */
    public static final String CALCULATION = WORKPLACE + CONTENT;

    /** Lump sum against instalments. */
    public static final String COMPARISON =
            "{\"inputs\": [" + CALCULATION + ", " + WORKPLACE + SECTIONS + INSTALMENTS + "]}";

    private ReturnExample() {}
}
