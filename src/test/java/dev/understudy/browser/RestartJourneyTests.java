package dev.understudy.browser;

import java.nio.file.Path;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import dev.understudy.PostgresServer;
import dev.understudy.PostgresServer.Database;
import dev.understudy.Understudy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The server goes away while somebody types, and comes back on the same database.
 */
class RestartJourneyTests {

	private final Database database = PostgresServer.newMigratedDatabase();

	private final Path directory = Path.of("target/test-data", UUID.randomUUID().toString());

	@Test
	void whatIsTypedWhileTheServerRestartsIsKeptSaidAndThereAfterwards() {
		ConfigurableApplicationContext server = start(0);
		int port = ((WebServerApplicationContext) server).getWebServer().getPort();
		try (Visitor visitor = new Visitor(Look.LIGHT.options("http://localhost:" + port))) {
			Page page = visitor.signIn("author").page();
			page.navigate("/experiments/new");
			page.locator("[name='name']").fill("typed-before");
			assertThat(line(page)).containsText("revision 1");
			server.close();
			field(page, "description").fill("typed without a server");
			assertThat(line(page)).containsText("Kept in this browser, and tried again");
			server = start(port);
			field(page, "key").fill("alias/typed-after");
			assertThat(line(page)).containsText("edited");
			Page other = visitor.newPage();
			other.navigate(page.url());
			assertThat(field(other, "name")).hasValue("typed-before");
			assertThat(field(other, "description")).hasValue("typed without a server");
			assertThat(field(other, "key")).hasValue("alias/typed-after");
		}
		finally {
			server.close();
		}
	}

	private ConfigurableApplicationContext start(int port) {
		return new SpringApplicationBuilder(Understudy.class).run("--server.port=" + port,
				"--server.shutdown=immediate", "--understudy.sandbox.samples=false",
				"--understudy.data-dir=" + this.directory, "--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.user(),
				"--spring.datasource.password=" + this.database.password());
	}

	private static Locator line(Page page) {
		return page.locator("#saved");
	}

	private static Locator field(Page page, String name) {
		return page.locator("[name='%s']".formatted(name));
	}

}
