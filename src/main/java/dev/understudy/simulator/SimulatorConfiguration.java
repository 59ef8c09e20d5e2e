package dev.understudy.simulator;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Puts the simulator together, inside the application as well as alone.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulatorProperties.class)
@ConditionalOnProperty(name = "understudy.sagemaker.mode", havingValue = "simulator", matchIfMissing = true)
class SimulatorConfiguration {

	@Bean
	SimulatorClock simulatorClock() {
		return new SimulatorClock(InstantSource.system());
	}

	@Bean
	Journal simulatorJournal(SimulatorProperties properties,
			@Value("${understudy.data-dir:.understudy}") Path applicationData) {
		Path own = properties.dataDir();
		return Journal.open((own != null) ? own : applicationData.resolve("simulator"));
	}

	@Bean
	SimulatedSageMaker simulatedSageMaker(SimulatorProperties properties, Journal simulatorJournal,
			SimulatorClock simulatorClock) {
		Arns arns = new Arns(properties.account(), properties.region());
		return new SimulatedSageMaker(new Settings(properties.provisioning(), properties.experimentLimit(), arns),
				simulatorJournal, simulatorClock);
	}

	@Bean
	SampleExperiments sampleExperiments(SimulatedSageMaker simulatedSageMaker) {
		return new SampleExperiments(simulatedSageMaker);
	}

	@Bean
	Faults simulatorFaults() {
		return new Faults();
	}

	@Bean
	Traffic simulatorTraffic() {
		return new Traffic();
	}

	@Bean
	SimpleUrlHandlerMapping simulatorMapping(SimulatedSageMaker simulatedSageMaker, SimulatorClock simulatorClock,
			Faults simulatorFaults, Traffic simulatorTraffic) {
		AwsEndpoint endpoint = new AwsEndpoint(
				new Protocol(simulatedSageMaker, simulatorClock, simulatorFaults, simulatorTraffic));
		return new SimpleUrlHandlerMapping(Map.of("/simulator/aws", endpoint, "/simulator/aws/", endpoint),
				Ordered.HIGHEST_PRECEDENCE);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty("understudy.simulator.control")
	static class ControlConfiguration {

		@Bean
		RouterFunction<ServerResponse> simulatorControl(SimulatedSageMaker simulatedSageMaker,
				SampleExperiments sampleExperiments, Faults simulatorFaults, Traffic simulatorTraffic) {
			return new Control(simulatedSageMaker, sampleExperiments, simulatorFaults, simulatorTraffic).routes();
		}

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> simulatorConnectionDrop() {
			return (tomcat) -> tomcat.addEngineValves(new ConnectionDrop());
		}

	}

}
