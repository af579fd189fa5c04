package kr.gosan.premium.batch;

/** The batch shown in the API description; a test sends exactly these returns, for workplaces of its own. */
public final class BatchExample {

    private static final String CONTENT = "\"insuranceYear\":2021,"
            + "\"confirmed\":{\"industrialAccident\":{\"general\":120000000,\"equipment\":10000000},"
            + "\"employment\":{\"unemployment\":120000000,\"stability\":120000000}},"
            + "\"previousEstimate\":{\"industrialAccident\":{\"reported\":3500000,\"paid\":3000000},"
            + "\"unemployment\":{\"reported\":1100000,\"paid\":900000},"
            + "\"stability\":{\"reported\":250000,\"paid\":200000}},"
            + "\"estimated\":{\"industrialAccident\":{\"general\":120000000,\"equipment\":10000000},"
            + "\"employment\":{\"unemployment\":120000000,\"stability\":120000000}},"
            + "\"payment\":{\"industrialAccident\":\"LUMP_SUM\",\"employment\":\"LUMP_SUM\"}}\n";

    public static final String TWO_RETURNS = "{\"managementNo\":\"123-45-67891-6\"," + CONTENT
            + "{\"managementNo\":\"234-56-78911-6\",\"clientReference\":\"second\"," + CONTENT;

    private BatchExample() {}
}
