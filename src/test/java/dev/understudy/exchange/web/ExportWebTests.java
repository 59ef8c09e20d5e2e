package dev.understudy.exchange.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;
import dev.understudy.exchange.Format;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions go out in every format. */
class ExportWebTests extends ExchangeSetting {

	@Test
	void helpShowsAnExampleOfEachFormat() {
		assertThat(page("/help")).bodyText().contains("href=\"/help/exports\"");
		assertThat(page("/help/exports")).hasStatusOk()
			.bodyText()
			.contains("aws sagemaker create-inference-experiment", "import boto3",
					"AWS::SageMaker::InferenceExperiment", "awscc_sagemaker_inference_experiment", "UNDERSTUDY_TOKEN",
					"EndpointName: fraud-prod", "&quot;SamplingPercentage&quot;: 40")
			.doesNotContain("??");
	}

	@ParameterizedTest
	@EnumSource
	void everyFormatIsShownAndDownloadedAndAnswered(Format format) {
		UUID id = draft(Drafts.change(Drafts.with("/Description", ATTACK), "/Tags/0/Key", "aws:x"));
		String query = "export?format=%s&revision=1".formatted(format.id());
		assertThat(page("/experiments/%s/%s".formatted(id, query))).hasStatusOk()
			.bodyText()
			.contains("alert(1)", "Tags whose keys are reserved are left out: aws:x", "fraud-v7-shadow",
					"aria-current=\"page\"")
			.doesNotContain("<script>alert", "??");
		String file = "/experiments/%s/export/file?format=%s&revision=1".formatted(id, format.id());
		MvcTestResult downloaded = page(file);
		MvcTestResult answered = this.mvc.get()
			.uri("/api/v1/experiments/%s/%s".formatted(id, query))
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_viewer")
			.exchange();
		assertThat(answered).hasStatusOk()
			.headers()
			.hasValue(HttpHeaders.CONTENT_TYPE, format.mediaType() + ";charset=UTF-8")
			.hasValue("Understudy-Remarks", "reserved-tags")
			.hasValue("Understudy-Revision", "1");
		assertThat(answered.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
			.startsWith("attachment; filename=\"fraud-v7-shadow.");
		assertThat(downloaded.getResponse().getContentAsByteArray())
			.isEqualTo(answered.getResponse().getContentAsByteArray());
	}

	@Test
	void whatWasExportedForCurlBeginsADraft() {
		UUID id = draft(Drafts.with("/Description", "it's v7"));
		String command = new String(
				page("/experiments/%s/export/file?format=curl".formatted(id)).getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
		String body = command.substring(command.indexOf("'{") + 1, command.lastIndexOf('\'')).replace("'\\''", "'");
		MvcTestResult answer = this.mvc.post()
			.uri("/api/v1/experiments")
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
		assertThat(answer).hasStatus(201);
		assertThat(Draft.of(body(answer).path("definition"))).isEqualTo(Drafts.with("/Description", "it's v7"));
	}

	@Test
	void anExportSaysThatItHasErrors() {
		UUID id = draft(Draft.empty());
		assertThat(page("/experiments/%s/export".formatted(id))).hasStatusOk()
			.bodyText()
			.contains("What is exported has errors");
		assertThat(page("/experiments/" + id)).bodyText().contains("/experiments/%s/export/links".formatted(id));
		assertThat(page("/experiments/%s/export/links".formatted(id))).hasStatusOk()
			.bodyText()
			.contains("format=terraform", "Python (boto3)")
			.doesNotContain("<html", "??");
	}

	@Test
	void whatIsNotThereCannotBeExported() {
		UUID id = draft(Draft.empty());
		assertThat(page("/experiments/%s/export?revision=2".formatted(id))).hasStatus(404);
		assertThat(page("/experiments/%s/export?format=xml".formatted(id))).hasStatus(400);
		assertThat(page("/experiments/%s/export".formatted(UUID.randomUUID()))).hasStatus(404);
	}

}
