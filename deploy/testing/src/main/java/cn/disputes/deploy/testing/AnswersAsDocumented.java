package cn.disputes.deploy.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/**
 * Holds every answer that any test of a service gets against the service's OpenAPI document. Requests are not held
 * against it: many tests send bad ones on purpose.
 */
public final class AnswersAsDocumented implements QuarkusTestBeforeEachCallback, Filter {
    private Filter validation;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(AnswersAsDocumented.class::isInstance)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        if (!request.getDerivedPath().startsWith("/v1/")) return context.next(request, response);
        return validation().filter(request, response, context);
    }

    private synchronized Filter validation() {
        if (validation == null) {
            var document = RestAssured.given().get("/q/openapi?format=json").asString();
            validation =
                    new OpenApiValidationFilter(OpenApiInteractionValidator.createForInlineApiSpecification(document)
                            .withLevelResolver(LevelResolver.create()
                                    .withLevel("validation.request", Level.IGNORE)
                                    .build())
                            .build());
        }
        return validation;
    }
}
