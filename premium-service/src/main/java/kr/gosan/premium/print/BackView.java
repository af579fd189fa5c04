package kr.gosan.premium.print;

import java.util.List;

/**
 * The back of form 23: 마 건설공사, 바 분할납부신청서, 사 과납보험료 충당신청서.
 *
 * @param work what stands in the box of 마
 * @param worksListed all works, on a sheet of their own, where the box is too small for them; otherwise empty
 */
public record BackView(
        String managementNo,
        String name,
        Work work,
        List<Work> worksListed,
        boolean instalmentsAsked,
        List<InstalmentRow> instalments,
        List<String> dueDates,
        boolean offsetAsked,
        List<OffsetRow> offsets,
        Account account) {

    /** A single construction work that goes on over the turn of the year. */
    public record Work(String name, String from, String to, String contractAmount, String thisYear, String nextYear) {}

    /** @param periods four boxes, those without an instalment empty */
    public record InstalmentRow(String label, String whole, List<String> periods) {}

    /** What is due, what of it the excess pays, and what is left: a line for each period that is offset. */
    public record OffsetRow(String label, List<OffsetLine> lines) {}

    /** @param period such as (1기); empty for a lump sum */
    public record OffsetLine(String period, String due, String offset, String left) {}

    /** Where a refund goes; the number masked. */
    public record Account(String bank, String accountNo, String holder) {}
}
