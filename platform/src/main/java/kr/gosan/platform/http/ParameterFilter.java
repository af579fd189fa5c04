package kr.gosan.platform.http;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.gosan.platform.json.FieldErrors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Tells everything that is wrong with path and query at once, by name: unknown parameters, two values for one, values of
 * the wrong form. Leniency here would be dangerous: {@code ?dryrun=true} or {@code ?dryRun=false&dryRun=true} must not
 * file for real.
 */
public final class ParameterFilter {

    @ServerRequestFilter
    public void check(ResourceInfo resource, UriInfo uri) {
        Map<String, Class<?>> query = new HashMap<>();
        Map<String, Class<?>> path = new HashMap<>();
        for (Parameter parameter : resource.getResourceMethod().getParameters()) {
            QueryParam inQuery = parameter.getAnnotation(QueryParam.class);
            PathParam inPath = parameter.getAnnotation(PathParam.class);
            if (inQuery != null) {
                query.put(inQuery.value(), parameter.getType());
            }
            if (inPath != null) {
                path.put(inPath.value(), parameter.getType());
            }
        }
        FieldErrors errors = new FieldErrors();
        check(query, uri.getQueryParameters(), errors);
        check(path, uri.getPathParameters(), errors);
        errors.throwIfAny();
    }

    private static void check(Map<String, Class<?>> known, MultivaluedMap<String, String> given, FieldErrors errors) {
        for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
            String name = parameter.getKey();
            List<String> values = parameter.getValue();
            if (!known.containsKey(name)) {
                errors.add(name, "unknown-field");
            } else if (values.size() > 1) {
                errors.add(name, "two-values");
            } else if (!Parameters.readable(known.get(name), values.getFirst())) {
                errors.add(name, "parameter-invalid");
            }
        }
    }
}
