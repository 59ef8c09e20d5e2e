package dev.understudy.experiment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import dev.understudy.TestDatabase;

/**
 * The application for the modules around experiments, which share it: nothing is carried
 * to SageMaker but as a test tells. Whatever a test makes has a name of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "understudy.jobs.enabled=false")
@AutoConfigureMockMvc
@Import({ TestDatabase.class, CarriedOperations.class, SqlCount.class })
public @interface Rehearsed {

}
