package kr.gosan.platform.problem;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import kr.gosan.platform.GosanConfig;

/**
 * The texts of problem codes: {@code problems/<service>_<language>.properties} of the service, then
 * {@code problems/platform_…} of this module. Korean unless the caller prefers English.
 */
@Singleton
public final class ProblemTexts {

    private static final List<Locale> LANGUAGES = List.of(Locale.KOREAN, Locale.ENGLISH);

    private final String service;

    public ProblemTexts(GosanConfig config) {
        this.service = config.service();
    }

    /** The text of a code with its placeholders filled; the code itself when no text is known. */
    public String text(String code, Locale language, Object... args) {
        for (String bundle : List.of(service, "platform")) {
            try {
                String pattern = ResourceBundle.getBundle(
                                "problems/" + bundle,
                                language,
                                Thread.currentThread().getContextClassLoader(),
                                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                        .getString(code);
                return new MessageFormat(pattern, language).format(args);
            } catch (MissingResourceException e) {
                // the next bundle may have it
            }
        }
        return code;
    }

    /** The language to answer in, from an {@code Accept-Language} header that may be missing or nonsense. */
    public static Locale language(String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.KOREAN;
        }
        try {
            Locale preferred = Locale.lookup(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return preferred == null ? Locale.KOREAN : preferred;
        } catch (IllegalArgumentException e) {
            return Locale.KOREAN;
        }
    }
}
