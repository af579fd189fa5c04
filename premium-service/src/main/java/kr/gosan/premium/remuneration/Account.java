package kr.gosan.premium.remuneration;

/**
 * The accounts of the yearly statements that remuneration is found in (보수총액 산정 계산기, form 10714; COMWEL filing guide
 * 2022, p.17). The guide warns that accounts not named there can hold remuneration too: those are {@link #OTHER_EXPENSES}
 * and {@link #OTHER_COSTS}.
 */
public enum Account {
    /** 급여 of the profit-and-loss statement: office staff, with the chief executive's pay to be deducted. */
    SALARIES(Statement.PROFIT_AND_LOSS, "급여"),
    /** 상여금. */
    BONUSES(Statement.PROFIT_AND_LOSS, "상여금"),
    /** 복리후생비: only what is pay counts. */
    WELFARE(Statement.PROFIT_AND_LOSS, "복리후생비"),
    /** 지급수수료. */
    FEES(Statement.PROFIT_AND_LOSS, "지급수수료"),
    /** 연구개발비. */
    RESEARCH(Statement.PROFIT_AND_LOSS, "연구개발비"),
    /** Any other account of the profit-and-loss statement. */
    OTHER_EXPENSES(Statement.PROFIT_AND_LOSS, "기타 비용"),
    /** 급여 of the works-cost statement: the head office's own staff on sites. */
    SITE_SALARIES(Statement.WORKS_COST, "급여(현장)"),
    /** 잡급: daily workers on sites. */
    DAILY_WAGES(Statement.WORKS_COST, "잡급"),
    /** 외주공사비: subcontracts, counted with the labour ratio. */
    OUTSOURCING(Statement.WORKS_COST, "외주공사비"),
    /** 재료비. */
    MATERIALS(Statement.WORKS_COST, "재료비"),
    /** 용역비. */
    SERVICES(Statement.WORKS_COST, "용역비"),
    /** 지급수수료 of the works-cost statement. */
    WORKS_FEES(Statement.WORKS_COST, "지급수수료(현장)"),
    /** 장비임차료: machines with the workers of an equipment business. */
    EQUIPMENT_RENTAL(Statement.WORKS_COST, "장비임차료"),
    /** Any other account of the works-cost statement (공사원가명세서 or 분양원가명세서). */
    OTHER_COSTS(Statement.WORKS_COST, "기타 원가");

    /** The statement an account stands in. */
    public enum Statement {
        /** 손익계산서. */
        PROFIT_AND_LOSS,
        /** 공사원가명세서, 분양원가명세서 included. */
        WORKS_COST
    }

    private final Statement statement;
    private final String korean;

    Account(Statement statement, String korean) {
        this.statement = statement;
        this.korean = korean;
    }

    public Statement statement() {
        return statement;
    }

    /** The account's name as statements print it. */
    public String korean() {
        return korean;
    }

    /** Whether nothing of the account counts unless the filer says what does: outsourcing and pay hide in such accounts. */
    public boolean isMixed() {
        return switch (this) {
            case SALARIES, BONUSES, SITE_SALARIES, DAILY_WAGES, OUTSOURCING, EQUIPMENT_RENTAL -> false;
            case WELFARE, FEES, RESEARCH, OTHER_EXPENSES, MATERIALS, SERVICES, WORKS_FEES, OTHER_COSTS -> true;
        };
    }
}
