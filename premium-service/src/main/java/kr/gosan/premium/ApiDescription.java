package kr.gosan.premium;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What is true of the whole API: unless an operation says otherwise it needs an access token. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Gosan premium-service",
                        version = "1",
                        description = "Premium returns (보험료신고서) of self-assessed workplaces, and their calculation."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(securitySchemeName = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
public final class ApiDescription extends Application {}
