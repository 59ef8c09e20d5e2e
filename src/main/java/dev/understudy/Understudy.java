package dev.understudy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the console, its REST API and the workers that carry operations to SageMaker.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Understudy {

	public static void main(String[] args) {
		SpringApplication.run(Understudy.class, args);
	}

}
