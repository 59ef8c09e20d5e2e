package dev.understudy.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.understudy.audit.AuditEntry;
import dev.understudy.definition.Definition;
import dev.understudy.experiment.Actors;
import dev.understudy.experiment.AlreadyManagedException;
import dev.understudy.experiment.Ending;
import dev.understudy.experiment.ExperimentView;
import dev.understudy.experiment.Phase;
import dev.understudy.experiment.Sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Taking what was made elsewhere under management. */
class AdoptionTests extends FoundSetting {

	@Test
	void whatWasMadeElsewhereIsFoundAndAdoptedAsItIs() {
		Definition made = this.aws.schedule("elsewhere");
		Found one = onlyFound();
		assertThat(one).extracting(Found::name, Found::status, Found::endpoint, Found::owner, Found::operationId)
			.containsExactly("elsewhere", "Created", "fraud-prod", Owner.FOREIGN, null);
		UUID id = this.found.adopt(one.id(), Actors.author());
		ExperimentView adopted = this.experiments.get(id);
		assertThat(adopted.experiment().getPhase()).isEqualTo(Phase.LIVE);
		assertThat(Phase.beginnings()).contains(adopted.experiment().getPhase());
		assertThat(adopted.experiment().getArn()).isEqualTo(one.arn());
		assertThat(adopted.experiment().getOwner()).isEqualTo("author");
		assertThat(adopted.experiment().getOwnerTag()).isNull();
		assertThat(adopted.revision().number()).isEqualTo(1);
		assertThat(adopted.revision().draft().at("/Tags")).hasSize(2).containsAll(made.draft().at("/Tags"));
		assertThat(adopted.revision().sha256()).isEqualTo(made.sha256());
		assertThat(adopted.experiment().getSighting()).extracting(Sighting::status, Sighting::creationTime)
			.containsExactly("Created", one.creationTime());
		assertThat(this.experiments.sightings(id, 10)).hasSize(1);
		assertThat(actions(id)).containsExactly("experiment.adopted");
		assertThat(this.sightings.watched(this.target)).extracting((it) -> it.id()).contains(id);
	}

	@Test
	void whatWasAdoptedIsWatchedAtOnceAndNotFoundAgain() {
		this.aws.schedule("watched");
		UUID one = onlyFound().id();
		long wakes = wakes();
		this.found.adopt(one, Actors.author());
		assertThat(wakes()).isEqualTo(wakes + 1);
		assertThat(sweep()).isEmpty();
	}

	@Test
	void oneThatHasEndedIsAdoptedAsEnded() {
		this.aws.run("over", "search-prod");
		this.aws.fail("over");
		UUID id = this.found.adopt(onlyFound().id(), Actors.author());
		assertThat(this.experiments.get(id).experiment().getPhase()).isEqualTo(Phase.ENDED);
		assertThat(this.experiments.get(id).experiment().getEnded().how()).isEqualTo(Ending.CANCELLED);
		assertThat(actions(id)).containsExactly("experiment.ended", "experiment.adopted");
		assertThat(sweep()).isEmpty();
	}

	@Test
	void whatStandsWhereOneOfOursHadEndedProvesThatOursIsGone() {
		this.aws.run("reused", "search-prod");
		this.aws.fail("reused");
		UUID ended = this.found.adopt(onlyFound().id(), Actors.author());
		this.aws.delete("reused");
		this.aws.schedule("reused");
		UUID second = this.found.adopt(onlyFound().id(), Actors.author());
		assertThat(second).isNotEqualTo(ended);
		assertThat(this.experiments.get(ended).experiment().getEnded().goneAt()).isNotNull();
		assertThat(actions(ended)).startsWith("experiment.gone");
	}

	@Test
	void twoWhoAdoptTheSameMakeOneExperiment() throws Exception {
		this.aws.schedule("wanted-twice");
		UUID one = onlyFound().id();
		List<UUID> adopted = new ArrayList<>();
		List<UUID> named = new ArrayList<>();
		try (ExecutorService people = Executors.newFixedThreadPool(4)) {
			Callable<UUID> adopt = () -> this.found.adopt(one, Actors.author());
			for (Future<UUID> result : people.invokeAll(List.of(adopt, adopt, adopt, adopt))) {
				try {
					adopted.add(result.get());
				}
				catch (ExecutionException ex) {
					assertThat(ex).hasCauseInstanceOf(AlreadyManagedException.class);
					named.add(((AlreadyManagedException) ex.getCause()).experimentId());
				}
			}
		}
		assertThat(adopted).hasSize(1);
		assertThat(named).hasSize(3).containsOnly(adopted.getFirst());
	}

	@Test
	void whatWasDeletedMeanwhileIsNotAdopted() {
		this.aws.schedule("deleted");
		UUID one = onlyFound().id();
		this.aws.delete("deleted");
		assertThatExceptionOfType(FoundGoneException.class).isThrownBy(() -> this.found.adopt(one, Actors.author()));
		assertThat(listed()).isEmpty();
		assertThatExceptionOfType(FoundGoneException.class).isThrownBy(() -> this.found.adopt(one, Actors.author()));
	}

	@Test
	void anotherOneByThatNameIsNotAdoptedInItsPlace() {
		this.aws.schedule("exchanged");
		UUID one = onlyFound().id();
		this.aws.delete("exchanged");
		this.aws.schedule("exchanged");
		assertThatExceptionOfType(FoundGoneException.class).isThrownBy(() -> this.found.adopt(one, Actors.author()));
		assertThat(onlyFound().id()).isNotEqualTo(one);
	}

	private List<String> actions(UUID experimentId) {
		return this.audit.ofExperiment(experimentId, 50, null).items().stream().map(AuditEntry::action).toList();
	}

	private long wakes() {
		return this.jdbc.sql("select count(*) from scheduled_tasks where task_name = 'wake'")
			.query(Long.class)
			.single();
	}

}
