package dev.understudy.experiment.web;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

import dev.understudy.actor.Actor;
import dev.understudy.shell.Refuses;

/**
 * What the description of the API says beyond its routes: who may call them, and how they
 * refuse.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	private static final String TOKEN = "token";

	private static final Map<Integer, String> REFUSALS = Map.ofEntries(
			Map.entry(400, "What was sent cannot be read or is not allowed"), Map.entry(401, "No valid bearer token"),
			Map.entry(403, "The token's role does not allow this"), Map.entry(404, "Not there"),
			Map.entry(409, "Not possible as things stand"), Map.entry(412, "Somebody changed it meanwhile"),
			Map.entry(413, "Too large"), Map.entry(415, "Not JSON"),
			Map.entry(422, "Understood, and refused for what it says"), Map.entry(428, "If-Match is missing"),
			Map.entry(502, "SageMaker did not let it be read"));

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
	}

	@Bean
	OpenAPI openApi() {
		return new OpenAPI()
			.info(new Info().title("Understudy")
				.version("v1")
				.description("Shadow tests on Amazon SageMaker: drafted, checked, submitted exactly once, followed and"
						+ " remembered. Errors are problem details (RFC 9457).")
				.license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
			.addSecurityItem(new SecurityRequirement().addList(TOKEN))
			.components(new Components()
				.addSecuritySchemes(TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
				.addSchemas("Problem", problem()));
	}

	@Bean
	GlobalOperationCustomizer refusals() {
		return ApiDescription::describe;
	}

	private static Operation describe(Operation operation, HandlerMethod handler) {
		TreeSet<Integer> statuses = new TreeSet<>(List.of(400, 401, 403));
		Refuses refuses = handler.getMethodAnnotation(Refuses.class);
		if (refuses != null) {
			for (int status : refuses.value()) {
				statuses.add(status);
			}
		}
		for (int status : statuses) {
			operation.getResponses().addApiResponse(String.valueOf(status), refusal(status));
		}
		return operation;
	}

	private static ApiResponse refusal(int status) {
		return new ApiResponse().description(REFUSALS.get(status))
			.content(new Content().addMediaType("application/problem+json",
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
	}

	private static Schema<?> problem() {
		return new ObjectSchema().description("Why a request was refused (RFC 9457)")
			.addProperty("type", new StringSchema().format("uri"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema().format("uri"))
			.addProperty("code", new StringSchema().description("Stable name of the problem, for programs"))
			.addProperty("requestId", new StringSchema())
			.addProperty("errors",
					new ArraySchema().items(new ObjectSchema())
						.description("Each thing that is wrong, such as findings"))
			.addRequiredItem("type")
			.addRequiredItem("status")
			.addRequiredItem("code")
			.addRequiredItem("requestId");
	}

}
