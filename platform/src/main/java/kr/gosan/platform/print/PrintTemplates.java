package kr.gosan.platform.print;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Qute templates of a service's documents, in XHTML, under {@code /print} of its class path. The engine is its own, apart
 * from any the framework knows: a page is laid out in a plain unit test too. Every text that is put in is escaped, except
 * what is given as {@link RawString}; a name that a template asks for and nobody gave is an error.
 */
public final class PrintTemplates {

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .strictRendering(true)
            .build();
    private final Map<String, Template> documents = new HashMap<>();
    private final RawString style;

    /**
     * @param style name of the style sheet; a document puts it in as {@code {css}}
     * @param parts names, without {@code .html}, of what the documents include
     * @param documents names, without {@code .html}, of what can be {@link #laidOut}
     */
    public PrintTemplates(String style, List<String> parts, List<String> documents) {
        this.style = new RawString(text(style));
        parts.forEach(part -> engine.putTemplate(part, parsed(part)));
        documents.forEach(document -> this.documents.put(document, parsed(document)));
    }

    /**
     * A document as XHTML.
     *
     * @param name by which the template knows the view
     */
    public String laidOut(String document, String name, Object view) {
        return documents.get(document).data(name, view).data("css", style).render();
    }

    private Template parsed(String name) {
        return engine.parse(text(name + ".html"), Variant.forContentType(Variant.TEXT_HTML), name);
    }

    private static String text(String name) {
        try (InputStream in = PrintTemplates.class.getResourceAsStream("/print/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
