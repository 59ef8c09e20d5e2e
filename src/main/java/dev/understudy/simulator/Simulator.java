package dev.understudy.simulator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Import;

/**
 * The simulator alone, with a port and a data directory of its own, so that the
 * application can be killed without "SageMaker" dying with it. Only what a web server
 * needs is configured: no database, no security, no templates. It is no component, so the
 * application does not find it.
 */
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class,
		HttpMessageConvertersAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class })
@Import(SimulatorConfiguration.class)
public class Simulator {

	private static final Logger log = LoggerFactory.getLogger(Simulator.class);

	public static void main(String[] args) {
		ApplicationListener<ServletWebServerInitializedEvent> sayWhere = (event) -> log
			.info("Simulator listening on http://localhost:{}/simulator/aws", event.getWebServer().getPort());
		new SpringApplicationBuilder(Simulator.class).listeners(sayWhere)
			.properties("spring.config.name=simulator")
			.run(args);
	}

}
