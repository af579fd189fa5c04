package kr.gosan.premium.print;

import java.util.List;

/** The annex: how every figure of a return was calculated, and every figure of the law it rests on. */
public record TraceView(
        FormView.Mark mark,
        String year,
        String confirmedYear,
        String managementNo,
        String name,
        List<Section> sections,
        List<Parameter> law) {

    /** The lines that belong together, such as those of the confirmed premium of one insurance. */
    public record Section(String title, List<Line> lines) {}

    /** @param code the stable name of the step, by which the JSON trace has it */
    public record Line(
            int number,
            String title,
            String code,
            String formula,
            List<Input> inputs,
            List<Parameter> parameters,
            String rounding,
            String legalBasis,
            String result) {}

    public record Input(String name, String value) {}

    /** @param standing how well the figure is established */
    public record Parameter(
            String name, String code, String figure, String appliesFrom, String source, String standing) {}
}
