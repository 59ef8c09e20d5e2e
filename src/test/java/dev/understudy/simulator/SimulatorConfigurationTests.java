package dev.understudy.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatorConfigurationTests {

	@TempDir
	Path directory;

	private WebApplicationContextRunner application() {
		return new WebApplicationContextRunner().withPropertyValues("understudy.data-dir=" + this.directory)
			.withUserConfiguration(SimulatorConfiguration.class);
	}

	@Test
	void theSimulatorIsThereUnlessToldOtherwiseAndItsControlIsNot() {
		application().run((context) -> {
			assertThat(context).hasSingleBean(SampleExperiments.class).doesNotHaveBean(RouterFunction.class);
			assertThat(this.directory.resolve("simulator").resolve("journal.jsonl")).exists();
		});
	}

	@Test
	void inAwsModeNothingOfItExists() {
		application().withUserConfiguration(SimulatorSecurity.class)
			.withPropertyValues("understudy.sagemaker.mode=aws", "understudy.simulator.control=true")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(SimulatedSageMaker.class)
					.doesNotHaveBean(RouterFunction.class)
					.doesNotHaveBean(SimulatorSecurity.class);
				assertThat(this.directory.resolve("simulator")).doesNotExist();
			});
	}

	@Test
	void aWrongPropertyIsNamed() {
		application().withPropertyValues("understudy.simulator.account=acme")
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining("account"));
	}

	@Test
	void itsClientsPassTheSecurityOfTheApplicationAndNobodyElseDoes() throws Exception {
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Simulator.class,
				SecuredApplication.class)
			.run("--spring.config.name=simulator", "--server.port=0",
					"--understudy.simulator.data-dir=" + this.directory)) {
			int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
			assertThat(post(port, "/simulator/aws").body()).contains("MissingAuthenticationTokenException");
			assertThat(post(port, "/experiments").statusCode()).isIn(401, 403);
		}
	}

	private static HttpResponse<String> post(int port, String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.POST(HttpRequest.BodyPublishers.ofString("{}"))
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	/** What the application's own security makes of everything else. */
	@ImportAutoConfiguration(classes = { SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
			SecurityFilterAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class })
	@Import(SimulatorSecurity.class)
	static class SecuredApplication {

		@Bean
		SecurityFilterChain everythingElse(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated()).build();
		}

	}

}
