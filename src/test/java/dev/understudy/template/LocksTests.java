package dev.understudy.template;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.understudy.definition.DefinitionMember;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Drafts;

import static org.assertj.core.api.Assertions.assertThat;

class LocksTests {

	@Test
	void whatIsLockedWithAnotherIsNotNamedAgain() {
		Locks locks = new Locks(List.of("/Schedule/EndTime", "/Schedule", "/ScheduleOfOthers", "/Schedule"));
		assertThat(locks.pointers()).containsExactly("/Schedule", "/ScheduleOfOthers");
		assertThat(locks.cover("/Schedule/EndTime")).isTrue();
		assertThat(locks.outer("/Schedule/EndTime")).hasValue("/Schedule");
		assertThat(locks.outer("/Schedule")).isEmpty();
		assertThat(locks.cover("/Sched")).isFalse();
	}

	@Test
	void whatIsAlwaysNeededCanOnlyBeLockedWithAValue() {
		assertThat(lockable(Draft.empty()))
			.contains("/Description", "/KmsKey", "/Schedule", "/DataStorageConfig", "/Tags")
			.doesNotContain("/RoleArn", "/EndpointName", "/ModelVariants", "/Name", "/Type");
		assertThat(lockable(Drafts.complete()))
			.contains("/RoleArn", "/ModelVariants/1/ModelName", "/Tags/1",
					"/ShadowModeConfig/ShadowModelVariants/0/SamplingPercentage",
					"/DataStorageConfig/ContentType/CsvContentTypes")
			.doesNotContain("/Name", "/Type", "/Tags/0/Value", "/ModelVariants/2",
					"/DataStorageConfig/ContentType/CsvContentTypes/0");
	}

	private static List<String> lockable(Draft definition) {
		return Lockable.members(definition).stream().filter(Lockable::test).map(DefinitionMember::pointer).toList();
	}

}
