package kr.gosan.premium.print;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lays out what is printed, in XHTML. The templates are the engine's own, apart from any the framework knows: they need
 * nothing of it. Every text that is put in is escaped.
 */
@Singleton
public final class FormPages {

    private static final List<String> PARTS = List.of("won", "confirmed", "ticks", "sign", "footer", "back");

    private final String style = text("page.css");
    private final Template form;
    private final Template trace;

    public FormPages() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .strictRendering(true)
                .build();
        Variant html = Variant.forContentType(Variant.TEXT_HTML);
        PARTS.forEach(part -> engine.putTemplate(part, engine.parse(text(part + ".html"), html, part)));
        form = engine.parse(text("form.html"), html, "form");
        trace = engine.parse(text("trace.html"), html, "trace");
    }

    /** Form 23, front and back. */
    String form(FormView view) {
        return form.data("f", view).data("css", new RawString(style)).render();
    }

    /** The annex: how its figures were calculated. */
    String trace(TraceView view) {
        return trace.data("t", view).data("css", new RawString(style)).render();
    }

    private static String text(String name) {
        try (InputStream in = FormPages.class.getResourceAsStream("/print/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
