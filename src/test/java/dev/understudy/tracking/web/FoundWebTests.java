package dev.understudy.tracking.web;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.understudy.actor.Role;
import dev.understudy.tracking.AwsAccount;
import dev.understudy.tracking.FoundInAws;
import dev.understudy.tracking.Searches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@FoundInAws
class FoundWebTests {

	private static final String PAGE = "/experiments/found";

	private static final String API = "/api/v1/found";

	private final MockMvcTester mvc;

	private final AwsAccount aws;

	private final Searches searches;

	private final JdbcClient jdbc;

	@Autowired
	FoundWebTests(MockMvcTester mvc, AwsAccount aws, Searches searches, JdbcClient jdbc) {
		this.mvc = mvc;
		this.aws = aws;
		this.searches = searches;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void anEmptyAccount() {
		this.aws.clear();
		this.searches.forget();
	}

	@Test
	void beforeTheFirstSearchThePageSaysSo() {
		assertThat(page(PAGE)).hasStatusOk().bodyText().contains("Found in AWS", "Not searched yet");
	}

	@Test
	void withNothingFoundThePageSaysSo() {
		this.searches.search();
		assertThat(page(PAGE)).hasStatusOk().bodyText().contains("Nothing found").doesNotContain("Not searched yet");
		assertThat(page(PAGE + "/notice")).hasStatusOk().bodyText().doesNotContain("alert");
	}

	@Test
	void whatWasFoundIsListedWithWhatCanBeDone() {
		this.aws.schedule("waiting");
		this.aws.run("running", "search-prod");
		this.searches.search();
		assertThat(page(PAGE)).hasStatusOk()
			.bodyText()
			.contains("waiting", "running", "search-prod", "Made elsewhere", "Take waiting under management",
					"Take running under management and stop it")
			.doesNotContain("Take waiting under management and stop it", "??");
		assertThat(page(PAGE + "?owner=orphan")).hasStatusOk().bodyText().contains("Nothing matches");
	}

	@Test
	void whoOnlyReadsIsOfferedNothing() {
		this.aws.schedule("read-only");
		this.searches.search();
		MvcTestResult page = this.mvc.get()
			.uri(PAGE)
			.with(user("viewer").authorities(authorities(Role.VIEWER)))
			.exchange();
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("read-only")
			.doesNotContain("Take read-only under management", "Look again now");
	}

	@Test
	void orphansAreAnAlarmWhereverSomebodyLooks() {
		this.searches.orphan("lost");
		this.searches.search();
		assertThat(page(PAGE)).hasStatusOk()
			.bodyText()
			.contains("Orphan", "One experiment that this installation made is in SageMaker, and nobody here has it.");
		assertThat(page(PAGE + "/notice")).hasStatusOk().bodyText().contains("alert-danger", PAGE + "?owner=orphan");
		assertThat(page(PAGE + "/link")).hasStatusOk().bodyText().contains("1 orphan").doesNotContain("<html");
		assertThat(page("/")).hasStatusOk().bodyText().contains("hx-get=\"/experiments/found/notice\"");
		assertThat(page("/experiments")).hasStatusOk().bodyText().contains("hx-get=\"/experiments/found/link\"");
	}

	@Test
	void anAccountThatCannotBeReadSaysWhy() {
		this.aws.refuse("ListInferenceExperiments", "AccessDeniedException");
		this.searches.searchInVain();
		assertThat(page(PAGE)).hasStatusOk()
			.bodyText()
			.contains("could not be read completely", "AccessDeniedException", "It was never searched to the end.");
	}

	@Test
	void adoptingLeadsToTheExperimentAndASecondTabToo() {
		this.aws.schedule("two-tabs");
		UUID id = this.searches.onlyOne();
		String experiment = redirect(post("%s/%s/adopt".formatted(PAGE, id)));
		assertThat(experiment).matches("/experiments/[0-9a-f-]{36}");
		assertThat(page(experiment)).hasStatusOk().bodyText().contains("two-tabs", "SageMaker says Created");
		assertThat(redirect(post("%s/%s/adopt".formatted(PAGE, id)))).isEqualTo(experiment);
		assertThat(page(experiment + "/history")).bodyText().contains("took it under management");
	}

	@Test
	void adoptingToStopLeadsToStopping() {
		this.aws.run("to-stop", "search-prod");
		MvcTestResult answer = this.mvc.post()
			.uri("%s/%s/adopt".formatted(PAGE, this.searches.onlyOne()))
			.with(csrf())
			.with(user("author").authorities(authorities(Role.AUTHOR)))
			.param("then", "stop")
			.exchange();
		assertThat(redirect(answer)).matches("/experiments/[0-9a-f-]{36}/stop");
	}

	@Test
	void whatIsGoneOrCannotBeReadLeadsBackToTheList() {
		this.aws.schedule("vanishing");
		UUID id = this.searches.onlyOne();
		this.aws.refuse("ListTags", "AccessDeniedException");
		MvcTestResult refused = post("%s/%s/adopt".formatted(PAGE, id));
		assertThat(refused).hasRedirectedUrl(PAGE)
			.flash()
			.hasEntrySatisfying("flash",
					(flash) -> assertThat(flash.toString()).contains("found.unreadable", "AccessDeniedException"));
		this.aws.clear();
		MvcTestResult gone = post("%s/%s/adopt".formatted(PAGE, id));
		assertThat(gone).hasRedirectedUrl(PAGE)
			.flash()
			.hasEntrySatisfying("flash", (flash) -> assertThat(flash.toString()).contains("found.gone", "vanishing"));
	}

	@Test
	void aTargetThatIsNotConfiguredAnyMoreIsNamed() {
		this.aws.schedule("of-no-target");
		UUID id = this.searches.onlyOne();
		this.jdbc.sql("update found set target = 'moon' where id = ?").param(id).update();
		assertThat(post("%s/%s/adopt".formatted(PAGE, id))).hasRedirectedUrl(PAGE)
			.flash()
			.hasEntrySatisfying("flash",
					(flash) -> assertThat(flash.toString()).contains("found.target-unknown", "moon"));
	}

	@Test
	void whatNobodyFoundIsNotThere() {
		assertThat(post("%s/%s/adopt".formatted(PAGE, UUID.randomUUID()))).hasStatus(404);
		refused(api("POST", "%s/%s/adopt".formatted(API, UUID.randomUUID())), 404, "not-found");
	}

	@Test
	void aSearchIsAskedFor() {
		long before = asked();
		assertThat(post(PAGE + "/sweep")).hasRedirectedUrl(PAGE);
		assertThat(api("POST", API + "/sweep")).hasStatus(202);
		assertThat(api("POST", API + "/sweep?target=sandbox")).hasStatus(202);
		assertThat(asked()).isEqualTo(before + 3);
		refused(api("POST", API + "/sweep?target=moon"), 422, "target-unknown");
	}

	@Test
	void aProgramListsAndAdopts() {
		this.aws.schedule("by-program");
		this.searches.search();
		JsonNode item = body(api("GET", API + "?owner=foreign&target=sandbox")).path("items").path(0);
		assertThat(item.propertyNames()).containsExactlyInAnyOrder("id", "target", "name", "arn", "status", "endpoint",
				"owner", "createdAt", "firstSeen", "lastSeen");
		assertThat(item.path("owner").stringValue()).isEqualTo("foreign");
		String adopt = "%s/%s/adopt".formatted(API, item.path("id").stringValue());
		MvcTestResult adopted = api("POST", adopt);
		String experimentId = body(adopted).path("experimentId").stringValue();
		assertThat(adopted).hasStatus(201).hasHeader("Location", "/api/v1/experiments/" + experimentId);
		JsonNode experiment = body(api("GET", "/api/v1/experiments/" + experimentId));
		assertThat(experiment.path("phase").stringValue()).isEqualTo("live");
		assertThat(experiment.at("/sagemaker/status").stringValue()).isEqualTo("Created");
		assertThat(experiment.at("/definition/Name").stringValue()).isEqualTo("by-program");
		assertThat(refused(api("POST", adopt), 409, "already-managed").path("experimentId").stringValue())
			.isEqualTo(experimentId);
		assertThat(body(api("GET", API)).path("items")).isEmpty();
	}

	@Test
	void aProgramIsToldWhatIsGoneAndWhatCannotBeRead() {
		this.aws.schedule("soon-gone");
		String adopt = "%s/%s/adopt".formatted(API, this.searches.onlyOne());
		this.aws.refuse("DescribeInferenceExperiment", "AccessDeniedException");
		refused(api("POST", adopt), 502, "sagemaker-unreadable");
		this.aws.clear();
		refused(api("POST", adopt), 409, "gone");
	}

	@ParameterizedTest
	@ValueSource(strings = { "owner=nobody", "pageSize=0", "pageSize=201", "pageToken=x",
			"pageToken=WyJmb3VuZC8vIiwieCIsInkiXQ", "owner=orphan&pageToken=WyJmb3VuZC8vIiwieCIsInkiXQ" })
	void whatMakesNoSenseIsABadRequest(String parameters) {
		assertThat(api("GET", API + "?" + parameters)).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void aFilterThatMakesNoSenseIsABadRequest() {
		assertThat(page(PAGE + "?owner=nobody")).hasStatus(400);
	}

	private long asked() {
		return this.jdbc.sql("select count(*) from scheduled_tasks where task_name = 'wake'")
			.query(Long.class)
			.single();
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri(path).with(user("author").authorities(authorities(Role.AUTHOR))).exchange();
	}

	private MvcTestResult post(String path) {
		return this.mvc.post()
			.uri(path)
			.with(csrf())
			.with(user("author").authorities(authorities(Role.AUTHOR)))
			.exchange();
	}

	private MvcTestResult api(String method, String path) {
		return this.mvc.method(HttpMethod.valueOf(method))
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer us_sandbox_author")
			.exchange();
	}

	private static List<GrantedAuthority> authorities(Role role) {
		return AuthorityUtils.createAuthorityList(role.permissions().stream().map(Enum::name).toList());
	}

	private static String redirect(MvcTestResult answer) {
		assertThat(answer).hasStatus3xxRedirection();
		return String.valueOf(answer.getResponse().getRedirectedUrl());
	}

	private static JsonNode refused(MvcTestResult answer, int status, String code) {
		assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		JsonNode problem = body(answer);
		assertThat(problem.path("code").stringValue()).isEqualTo(code);
		return problem;
	}

	private static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
