package dev.understudy.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import dev.understudy.sagemaker.ShadowTest;

/**
 * Puts decisions into words that name the remedy, as they are recorded.
 */
final class Reasons {

	private Reasons() {
	}

	static WaitingFor settling() {
		return WaitingFor.time(Sentences.say("settling"));
	}

	static WaitingFor inUse(Attempt attempt) {
		return WaitingFor.time(Sentences.say("in-use", words(attempt)));
	}

	static WaitingFor twin(String arn) {
		return WaitingFor.person(Sentences.say("twin", arn)).withChoice();
	}

	static WaitingFor refusedForNow(Answer answer) {
		return WaitingFor.credentials(Sentences.say("credentials-or-clock", answer.code(), answer.message()));
	}

	static WaitingFor notSent(Answer answer) {
		return SendWindow.CLOCK.equals(answer.code()) || SendWindow.ACCOUNT.equals(answer.code())
				? WaitingFor.credentials(Sentences.say("not-sent", answer.message()))
				: WaitingFor.time(Sentences.say("not-sent.again", answer.message()));
	}

	static WaitingFor unclear(Answer answer) {
		return WaitingFor.time(Sentences.say("unclear", answer.code(), answer.message()));
	}

	static WaitingFor missing() {
		return WaitingFor.time(Sentences.say("missing"));
	}

	static WaitingFor inTransition(ShadowTest test) {
		return WaitingFor.time(Sentences.say("in-transition", test.status()));
	}

	static WaitingFor accepted() {
		return WaitingFor.time(Sentences.say("accepted"));
	}

	static WaitingFor othersOpen() {
		return WaitingFor.time(Sentences.say("others-open"));
	}

	static WaitingFor notAllowedYet(Attempt attempt) {
		return WaitingFor.time(Sentences.say("not-allowed-yet", words(attempt)));
	}

	static WaitingFor notNow(ShadowTest test) {
		return WaitingFor.time(Sentences.say("not-now", test.status()));
	}

	static OperationError gone(String name) {
		return OperationError.ours(OperationError.GONE, Sentences.say("gone", name));
	}

	static OperationError drift(List<Difference> differences) {
		return new OperationError(OperationError.DRIFT, Sentences.say("drift"), null, differences.getFirst().pointer(),
				differences);
	}

	static OperationError partly(List<Difference> done) {
		return OperationError.ours(OperationError.PARTLY, Sentences.say("partly-done")).with(done);
	}

	static OperationError noEffect(List<Attempt> attempts) {
		return withLastWords("no-effect",
				Sentences.say("no-effect",
						attempts.stream().filter((it) -> it.isAnswered(Answer.Kind.ACCEPTED)).count(), attempts.size()),
				attempts);
	}

	static OperationError cancelledUnsent() {
		return OperationError.ours("cancelled", Sentences.say("cancelled.unsent"));
	}

	static OperationError cancelledChange() {
		return OperationError.ours("cancelled", Sentences.say("cancelled.change"));
	}

	/** How it ended, as SageMaker tells it. */
	static String end(ShadowTest test) {
		return (test.statusReason() != null) ? "%s: %s".formatted(test.status(), test.statusReason()) : test.status();
	}

	/** The variants as they are now. */
	static String variants(ShadowTest test) {
		return StreamSupport.stream(test.definition().path("ModelVariants").spliterator(), false)
			.map((variant) -> "%s = %s, %s × %s".formatted(variant.path("VariantName").asString(""),
					variant.path("ModelName").asString(""),
					variant.at("/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount").asString("?"),
					variant.at("/InfrastructureConfig/RealTimeInferenceConfig/InstanceType").asString("?")))
			.collect(Collectors.joining("; "));
	}

	static OperationError cancelled() {
		return OperationError.ours("cancelled", Sentences.say("cancelled"));
	}

	static OperationError refused(Attempt attempt) {
		Answer answer = Objects.requireNonNull(attempt.answer());
		String code = Objects.requireNonNullElse(answer.code(), "refused");
		String message = Objects.requireNonNullElse(answer.message(), code);
		return new OperationError(code, message, answer.awsRequestId(), RefusalPointer.find(message).orElse(null));
	}

	static OperationError tooLate(List<Attempt> attempts) {
		return withLastWords("too-late", Sentences.say("too-late"), attempts);
	}

	static OperationError noAnswer(List<Attempt> attempts) {
		return withLastWords("no-answer",
				Sentences.say("no-answer", attempts.stream().filter(Attempt::isUnanswered).count(), attempts.size()),
				attempts);
	}

	static OperationError nameTaken(String name, @Nullable String owner) {
		String whose = (owner == null) ? Sentences.say("name-taken.nobody")
				: Sentences.say("name-taken.other", part(owner, 1), part(owner, 0));
		return new OperationError("name-taken", Sentences.say("name-taken", name, whose), null, "/Name");
	}

	private static OperationError withLastWords(String code, String message, List<Attempt> attempts) {
		Optional<Attempt> last = attempts.stream()
			.filter((it) -> it.answer() != null && it.answer().message() != null)
			.reduce((first, second) -> second);
		return new OperationError(code,
				last.map((it) -> Sentences.say("last-answer", message, words(it))).orElse(message),
				last.map(Attempt::answer).map(Answer::awsRequestId).orElse(null), null);
	}

	private static String words(Attempt attempt) {
		Answer answer = Objects.requireNonNull(attempt.answer());
		return "%s: %s".formatted(answer.code(), answer.message());
	}

	private static String part(String owner, int index) {
		String[] parts = owner.split("/", 2);
		return (index < parts.length) ? parts[index] : "unknown";
	}

}
