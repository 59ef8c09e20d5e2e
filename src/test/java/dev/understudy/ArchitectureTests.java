package dev.understudy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "dev.understudy", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule onlyTheAdapterKnowsTheAwsSdk = noClasses().that()
		.resideOutsideOfPackage("dev.understudy.sagemaker.aws..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("software.amazon.awssdk..")
		.because("there is one door to AWS, and it can be swapped or watched in one place");

	@ArchTest
	static final ArchRule theDefinitionIsPlain = classes().that()
		.resideInAPackage("dev.understudy.definition..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("dev.understudy.definition..", "java..", "org.jspecify..", "tools.jackson..",
				"com.fasterxml.jackson.annotation..", "org.springframework.modulith..")
		.because("the rules of the language hold with or without a framework, a database or AWS");

	@ArchTest
	static final ArchRule theSimulatorStandsAlone = noClasses().that()
		.resideInAPackage("dev.understudy.simulator..")
		.should()
		.dependOnClassesThat(DescribedPredicate.describe("belong to another module",
				(type) -> type.getPackageName().startsWith("dev.understudy.")
						&& !type.getPackageName().startsWith("dev.understudy.simulator")))
		.because("a stand-in that shares code with what it stands in against would share its mistakes");

	@ArchTest
	static final ArchRule nobodyKnowsTheSimulator = noClasses().that()
		.resideOutsideOfPackages("dev.understudy.simulator..", "dev.understudy.sandbox..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.understudy.simulator..")
		.because("the product talks to it as it talks to AWS: over HTTP");

	@ArchTest
	static final ArchRule controllersAreHidden = classes().that()
		.areAnnotatedWith(Controller.class)
		.or()
		.areAnnotatedWith(RestController.class)
		.should()
		.bePackagePrivate()
		.because("a controller is called by the web, never by another class");

	@ArchTest
	static final ArchRule everyChangeOverHttpNamesAPermission = methods().that()
		.areAnnotatedWith(PostMapping.class)
		.or()
		.areAnnotatedWith(PutMapping.class)
		.or()
		.areAnnotatedWith(DeleteMapping.class)
		.or()
		.areAnnotatedWith(PatchMapping.class)
		.and(DescribedPredicate.describe("are not the simulator's",
				(JavaMethod method) -> !method.getOwner().getPackageName().startsWith("dev.understudy.simulator")))
		.should()
		.beAnnotatedWith(PreAuthorize.class)
		.because("what nobody thought about must not be allowed");

	@ArchTest
	static final ArchRule everyRequestNeedsAPermission = methods()
		.that(DescribedPredicate.describe("answer requests",
				(JavaMethod method) -> method.isMetaAnnotatedWith(RequestMapping.class)
						&& !method.getOwner().getPackageName().startsWith("dev.understudy.simulator")))
		.and(DescribedPredicate.describe("are not for those who are not signed in, or told of an error",
				(JavaMethod method) -> !Set.of("SignInPages", "ErrorPages")
					.contains(method.getOwner().getSimpleName())))
		.should(ArchCondition.from(DescribedPredicate.describe("name a permission, themselves or for their class",
				(JavaMethod method) -> method.isAnnotatedWith(PreAuthorize.class)
						|| method.getOwner().isAnnotatedWith(PreAuthorize.class))))
		.because("reading is a right as well");

	@ArchTest
	static final ArchRule timeComesFromTheClock = noClasses().should()
		.callMethodWhere(DescribedPredicate.describe("a type asks for the current time itself",
				(JavaCall<?> call) -> call.getName().equals("now") && call.getTarget().getRawParameterTypes().isEmpty()
						&& call.getTargetOwner()
							.isAssignableTo(DescribedPredicate.describe("a time",
									(type) -> type.isEquivalentTo(Instant.class) || type.isEquivalentTo(LocalDate.class)
											|| type.isEquivalentTo(LocalDateTime.class)
											|| type.isEquivalentTo(OffsetDateTime.class)
											|| type.isEquivalentTo(ZonedDateTime.class)))))
		.because("time is the Clock bean's or the database's, so that tests can move it and replicas agree");

}
