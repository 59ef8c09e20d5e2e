package dev.understudy.delivery;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

import dev.understudy.TestDatabase;
import dev.understudy.delivery.Next.Claimed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * The transactions of delivery, taken one by one: no worker is running.
 */
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@Import({ TestDatabase.class, Submissions.class })
@TestPropertySource(properties = { "understudy.jobs.enabled=false",
		"understudy.installation-id=019aab00-0000-7000-8000-000000000001" })
class LedgerTests {

	private static final WaitingFor NEWS = WaitingFor.credentials("Renew the credentials");

	private final Ledger ledger;

	private final Operations operations;

	private final Submissions submissions;

	private final OperationStore store;

	@Autowired
	LedgerTests(Ledger ledger, Operations operations, Submissions submissions, OperationStore store) {
		this.store = store;
		this.ledger = ledger;
		this.operations = operations;
		this.submissions = submissions;
	}

	@Test
	void whoLostItsClaimComesBackSoonAndWritesNothing() {
		UUID id = this.submissions.submit("stale-fence");
		Claimed lost = claim(id);
		Claimed current = claim(id);
		this.ledger.judge(current, sight(new Observation.Unseen(NEWS)));
		Operation before = this.operations.get(id).operation();
		assertThat(this.ledger.judge(lost, sight(new Observation.Absent())))
			.isEqualTo(new Next.Later(Duration.ofSeconds(2)));
		assertThat(before.waitingFor()).isEqualTo(NEWS);
		assertThat(this.operations.get(id).operation()).isEqualTo(before);
		assertThat(this.operations.get(id).attempts()).isEmpty();
	}

	@Test
	void whatTheGuardHeldBackSaysThatNothingLeftAndWhoMayHelp() {
		assertThat(heldBack("late", "claim-too-old").kind()).isEqualTo(WaitingFor.Kind.TIME);
		assertThat(heldBack("clock", SendWindow.CLOCK).kind()).isEqualTo(WaitingFor.Kind.CREDENTIALS);
	}

	@Test
	void whatAPersonChoseIsForgottenWhenSomethingIsSent() {
		UUID id = this.submissions.submit("old-choice");
		Observation untold = new Observation.Untold("arn", null, WaitingFor.permission("Allow sagemaker:ListTags"));
		answered(id, Answer.Kind.REFUSED_FOR_NOW, "ExpiredTokenException");
		this.ledger.judge(claim(id), sight(untold));
		this.operations.choose(id, Choice.REFUSE, Submissions.ADA);
		heldBack(id, "claim-too-old");
		assertThat(this.ledger.judge(claim(id), sight(untold))).isInstanceOf(Next.Later.class);
		assertThat(this.operations.get(id).operation().waitingFor().choice()).isTrue();
	}

	@Test
	void whatEndedWhileItWasLookedAtIsNotSent() {
		UUID id = this.submissions.submit("ended-meanwhile");
		Claimed claim = claim(id);
		this.operations.cancel(id, Submissions.ADA);
		assertThat(this.ledger.judge(claim, sight(new Observation.Absent()))).isInstanceOf(Next.Done.class);
		assertThat(this.operations.get(id).attempts()).isEmpty();
	}

	@Test
	void aRowThatHasEndedIsNotTakenUpAgainNorEndedTwice() {
		UUID id = this.submissions.submit("ended-for-good");
		this.operations.cancel(id, Submissions.ADA);
		Operation ended = this.operations.get(id).operation();
		this.store.fence(id);
		this.store.sending(id);
		assertThat(this.store.end(id, OperationState.CONFIRMED, ended.createdAt(), "arn", null)).isFalse();
		assertThat(ended.state()).isEqualTo(OperationState.CANCELLED);
		assertThat(this.operations.get(id).operation()).isEqualTo(ended);
	}

	private WaitingFor heldBack(String name, String code) {
		return heldBack(this.submissions.submit("held-back-" + name), code);
	}

	private WaitingFor heldBack(UUID id, String code) {
		WaitingFor waitingFor = answered(id, Answer.Kind.NOT_SENT, code);
		assertThat(waitingFor.message()).startsWith("Nothing left this machine: Words");
		return waitingFor;
	}

	private WaitingFor answered(UUID id, Answer.Kind kind, String code) {
		Next.Send send = assertThat(this.ledger.judge(claim(id), sight(new Observation.Absent())))
			.asInstanceOf(type(Next.Send.class))
			.actual();
		Answer answer = new Answer(kind, this.operations.get(id).attempts().getLast().sentAt(), code, "Words", null);
		this.ledger.answered(send, new Sender.Sent(answer, null));
		return this.operations.get(id).operation().waitingFor();
	}

	private static Sight sight(Observation seen) {
		return new Sight(seen, "request", Duration.ofMillis(3));
	}

	private Claimed claim(UUID id) {
		return assertThat(this.ledger.claim(id)).asInstanceOf(type(Next.Look.class)).actual().claim();
	}

}
