package dev.understudy.browser;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import dev.understudy.TestDatabase;
import dev.understudy.experiment.SqlCount;

/**
 * The whole application with its sandbox, for those who open it in a browser.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "understudy.sandbox.samples=true", "understudy.simulator.provisioning=1s",
				"understudy.tracking.fresh=500ms", "understudy.tracking.opened=3s", "understudy.tracking.rate=100",
				"understudy.tracking.burst=100" })
@Import({ TestDatabase.class, SqlCount.class, Costs.class, Samples.class })
abstract class ConsoleTests {

	@LocalServerPort
	private int port;

	final String address() {
		return "http://localhost:" + this.port;
	}

	final Visitor visitor(Look look) {
		return new Visitor(look.options(address()));
	}

	final Visitor visitorWithoutJavaScript() {
		return new Visitor(Look.LIGHT.options(address()).setJavaScriptEnabled(false));
	}

}
