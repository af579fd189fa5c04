package kr.gosan.premium.lawbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.premium.law.PremiumLaw;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The law this service computes with: what is in force on a day, and why; for anybody with a token. */
@Path("/premium/v1/law")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Law", description = "the legal figures in force, with their sources")
public class LawResource {

    /** Items to a page. */
    static final int PAGE = 50;

    /** What the answer to {@code ?on=2022-07-01&id=employment.unemployment} is. */
    static final String EXAMPLE = """
            {
              "on": "2022-07-01",
              "items": [
                {
                  "id": "employment.unemployment.rate",
                  "value": "18",
                  "unit": "per mille",
                  "appliesFrom": "2022-07-01",
                  "verifiedThrough": "2026-12-31",
                  "status": "official",
                  "source": {
                    "document": "COMWEL, 2022년도 고용·산재보험 보험료 신고 및 납부안내 (건설업·벌목업)",
                    "place": "p.11 ⑨; p.14 table 보험료율·노무비율"
                  },
                  "basis": "보험료징수법 시행령 §12①2"
                }
              ]
            }
            """;

    private final PremiumLaw law;
    private final WorkplaceClock clock;

    public LawResource(PremiumLaw law, WorkplaceClock clock) {
        this.law = law;
        this.clock = clock;
    }

    /** @param nextCursor give it as {@code cursor} to read on; missing on the last page */
    @Schema(name = "LawPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(LocalDate on, List<LawView> items, String nextCursor) {}

    @GET
    @Operation(
            summary = "List the legal parameters in force on a day",
            description =
                    "By id, 50 to a page. A parameter that is not known on the day is listed without a value, with"
                            + " the reason: a calculation that needs it is refused by that name.")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "unemployment rate", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "not-authenticated")
    public Response list(
            @Parameter(description = "the day, YYYY-MM-DD; today in Korea when missing") @QueryParam("on") LocalDate on,
            @Parameter(description = "what the ids begin with, such as accident.") @QueryParam("id") String prefix,
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") String cursor) {
        LocalDate day = on == null ? KoreanTime.dateOf(clock.systemNow()) : on;
        List<LawView> rest = law.book().all().stream()
                .filter(parameter -> prefix == null || parameter.id().startsWith(prefix))
                .filter(parameter -> cursor == null || parameter.id().compareTo(cursor) > 0)
                .limit(PAGE + 1L)
                .map(parameter -> LawView.of(parameter, day))
                .toList();
        boolean more = rest.size() > PAGE;
        List<LawView> items = more ? rest.subList(0, PAGE) : rest;
        return Response.ok(new Page(day, items, more ? items.getLast().id() : null))
                .build();
    }
}
