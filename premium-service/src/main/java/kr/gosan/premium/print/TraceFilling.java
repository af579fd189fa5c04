package kr.gosan.premium.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.platform.print.PrintableText;
import kr.gosan.premium.print.TraceView.Input;
import kr.gosan.premium.print.TraceView.Line;
import kr.gosan.premium.print.TraceView.Parameter;
import kr.gosan.premium.print.TraceView.Section;

/** Writes the stored trace of a return as the annex shows it. */
final class TraceFilling {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final TraceWords words = new TraceWords();

    TraceView of(PrintedReturn it) {
        Map<String, List<Line>> sections = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode line : it.trace()) {
            number++;
            sections.computeIfAbsent(words.section(line.path("step").asText()), title -> new ArrayList<>())
                    .add(line(number, line));
        }
        return new TraceView(
                FormFilling.mark(it),
                Integer.toString(it.confirmedYear() + 1),
                Integer.toString(it.confirmedYear()),
                it.managementNo(),
                it.name(),
                sections.entrySet().stream()
                        .map(each -> new Section(each.getKey(), List.copyOf(each.getValue())))
                        .toList(),
                parameters(it.law()));
    }

    private Line line(int number, JsonNode line) {
        List<Input> inputs = new ArrayList<>();
        line.path("inputs")
                .fields()
                .forEachRemaining(each -> inputs.add(new Input(
                        words.input(each.getKey()), value(each.getValue().asText()))));
        return new Line(
                number,
                words.stepInSection(line.path("step").asText()),
                line.path("step").asText(),
                PrintableText.of(words.formula(line.path("formula").asText())),
                List.copyOf(inputs),
                parameters(line.path("parameters")),
                words.rounding(line.path("rounding").asText()),
                Figures.text(line.path("legalBasis")),
                Figures.won(line.path("result")));
    }

    private static String value(String text) {
        return WHOLE.matcher(text).matches() ? Figures.won(Long.parseLong(text)) : PrintableText.of(text);
    }

    private List<Parameter> parameters(JsonNode stored) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode each : stored) {
            String id = each.path("id").asText();
            parameters.add(new Parameter(
                    words.parameter(id),
                    id,
                    figure(each.path("figure").asText(), each.path("unit").asText()),
                    each.path("appliesFrom").asText(),
                    PrintableText.of(each.at("/source/document").asText() + ", "
                            + each.at("/source/place").asText()),
                    words.standing(each.path("standing").asText())));
        }
        return List.copyOf(parameters);
    }

    private String figure(String figure, String unit) {
        if (unit.equals(LawValue.Unit.MONTH_AND_DAY.name())) {
            String padded = "0".repeat(Math.max(0, 4 - figure.length())) + figure;
            return padded.substring(0, 2) + "-" + padded.substring(2);
        }
        return value(figure) + words.unit(unit);
    }
}
