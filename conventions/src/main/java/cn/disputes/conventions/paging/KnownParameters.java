package cn.disputes.conventions.paging;

import cn.disputes.contract.problem.ProblemException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a query parameter the endpoint does not have: a misspelt filter must not answer with everything. */
public class KnownParameters {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters().keySet();
        if (given.isEmpty() || resource.getResourceMethod() == null) return;
        var names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::declared);
        for (var name : given) {
            if (!names.contains(name)) {
                throw ProblemException.invalid(
                        name, "没有这个查询参数，可用：" + names, "There is no such query parameter; there are " + names);
            }
        }
    }

    private static Set<String> declared(Method method) {
        var names = new TreeSet<String>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            }
            if (parameter.isAnnotationPresent(RestQuery.class)) names.add(parameter.getName());
            if (parameter.isAnnotationPresent(BeanParam.class)) addFields(parameter.getType(), names);
        }
        return names;
    }

    /** The query parameters a filter declares. */
    public static Set<String> of(Class<?> filter) {
        var names = new TreeSet<String>();
        addFields(filter, names);
        return names;
    }

    private static void addFields(Class<?> type, Set<String> names) {
        for (var c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            Arrays.stream(c.getDeclaredFields()).forEach(field -> {
                if (field.isAnnotationPresent(QueryParam.class)) {
                    names.add(field.getAnnotation(QueryParam.class).value());
                }
                if (field.isAnnotationPresent(RestQuery.class)) names.add(field.getName());
                if (field.isAnnotationPresent(BeanParam.class)) addFields(field.getType(), names);
            });
        }
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                var query = component.getAnnotation(QueryParam.class);
                if (query != null) names.add(query.value());
            }
        }
    }
}
