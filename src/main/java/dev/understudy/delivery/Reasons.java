package dev.understudy.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import dev.understudy.sagemaker.ShadowTest;

/**
 * Puts decisions into words that name the remedy.
 */
final class Reasons {

	/** What is left to do about a shadow test that ended by itself. */
	static final String PROMOTE_BY_HAND = "To promote now, update the endpoint itself; that is not part of a shadow test any more.";

	private Reasons() {
	}

	static WaitingFor settling() {
		return WaitingFor.time("A request was sent that may still take effect. Nothing is concluded before it cannot.");
	}

	static WaitingFor inUse(Attempt attempt) {
		return WaitingFor.time(
				"SageMaker says that the name or the endpoint is in use, but nothing stands there yet: %s. It is tried again; cancel to give up."
					.formatted(words(attempt)));
	}

	static WaitingFor twin(String arn) {
		return WaitingFor.person(
				"%s is exactly what was asked for and was created after it was sent, but it carries no tag of ours. Say whether to adopt or to refuse it."
					.formatted(arn))
			.withChoice();
	}

	static WaitingFor refusedForNow(Answer answer) {
		return WaitingFor.credentials(
				"AWS did not accept the credentials or the clock: %s: %s. Renew the credentials or set the clock right."
					.formatted(answer.code(), answer.message()));
	}

	static WaitingFor notSent(Answer answer) {
		String message = "Nothing left this machine: %s".formatted(answer.message());
		return SendWindow.CLOCK.equals(answer.code()) || SendWindow.ACCOUNT.equals(answer.code())
				? WaitingFor.credentials(message) : WaitingFor.time("%s. It is tried again.".formatted(message));
	}

	static WaitingFor unclear(Answer answer) {
		return WaitingFor.time("It is not certain what came of the request (%s: %s). SageMaker is looked at again."
			.formatted(answer.code(), answer.message()));
	}

	static WaitingFor missing() {
		return WaitingFor.time(
				"SageMaker does not find the shadow test right now. It is believed to be gone only once that stays so.");
	}

	static WaitingFor inTransition(ShadowTest test) {
		return WaitingFor.time("It is %s in SageMaker. This goes on as soon as that is over.".formatted(test.status()));
	}

	static WaitingFor accepted() {
		return WaitingFor.time("SageMaker accepted the request, and it does not show yet. It is looked at again.");
	}

	static WaitingFor othersOpen() {
		return WaitingFor.time(
				"A request of an earlier operation may still take effect and would undo this one. It is sent once that cannot happen any more.");
	}

	static WaitingFor notAllowedYet(Attempt attempt) {
		return WaitingFor
			.time("SageMaker did not allow it in the status it has: %s. It is looked at again; cancel to give up."
				.formatted(words(attempt)));
	}

	static WaitingFor notNow(ShadowTest test) {
		return WaitingFor.time("In status %s it cannot be done right now. It is looked at again; cancel to give up."
			.formatted(test.status()));
	}

	static OperationError gone(String name) {
		return OperationError.ours(OperationError.GONE,
				"The shadow test '%s' is not in SageMaker any more. Somebody deleted it.".formatted(name));
	}

	static OperationError drift(List<Difference> differences) {
		return new OperationError(OperationError.DRIFT,
				"Somebody changed it in AWS after you had looked, so nothing was overwritten. Compare, and ask again for what should hold.",
				null, differences.getFirst().pointer(), differences);
	}

	static OperationError partly(List<Difference> done) {
		return OperationError
			.ours(OperationError.PARTLY,
					"Cancelled when a part of it was done already. Compare, and ask again for what should hold.")
			.with(done);
	}

	static OperationError noEffect(List<Attempt> attempts) {
		return withLastWords("no-effect",
				"SageMaker took %d of %d requests, and what was asked for does not show".formatted(
						attempts.stream().filter((it) -> it.isAnswered(Answer.Kind.ACCEPTED)).count(), attempts.size()),
				attempts);
	}

	static OperationError cancelledUnsent() {
		return OperationError.ours("cancelled", "Cancelled before anything was sent");
	}

	static OperationError cancelledChange() {
		return OperationError.ours("cancelled", "Cancelled, and nothing came of what had been sent");
	}

	/** How it ended, as SageMaker tells it. */
	static String over(ShadowTest test) {
		String reason = (test.statusReason() != null) ? ": %s".formatted(test.statusReason()) : "";
		return "It had ended already as %s%s.".formatted(test.status(), reason);
	}

	/** The variants as they are now. */
	static String variants(ShadowTest test) {
		return StreamSupport.stream(test.definition().path("ModelVariants").spliterator(), false)
			.map((variant) -> "%s runs %s on %s × %s".formatted(variant.path("VariantName").asString(""),
					variant.path("ModelName").asString(""),
					variant.at("/InfrastructureConfig/RealTimeInferenceConfig/InstanceCount").asString("?"),
					variant.at("/InfrastructureConfig/RealTimeInferenceConfig/InstanceType").asString("?")))
			.collect(Collectors.joining("; ", "It describes its variants so: ", "."));
	}

	static OperationError cancelled() {
		return OperationError.ours("cancelled", "Cancelled before SageMaker had created anything");
	}

	static OperationError refused(Attempt attempt) {
		Answer answer = Objects.requireNonNull(attempt.answer());
		String code = Objects.requireNonNullElse(answer.code(), "refused");
		String message = Objects.requireNonNullElse(answer.message(), code);
		return new OperationError(code, message, answer.awsRequestId(), RefusalPointer.find(message).orElse(null));
	}

	static OperationError tooLate(List<Attempt> attempts) {
		return withLastWords("too-late", "It could not be sent within the time it had", attempts);
	}

	static OperationError noAnswer(List<Attempt> attempts) {
		return withLastWords("no-answer", "%d of %d attempts went without a clear answer, and nothing came of them"
			.formatted(attempts.stream().filter(Attempt::isUnanswered).count(), attempts.size()), attempts);
	}

	static OperationError nameTaken(String name, @Nullable String owner) {
		String whose = (owner == null) ? "It carries no tag of any Understudy"
				: "It was made by operation %s of installation %s".formatted(part(owner, 1), part(owner, 0));
		return new OperationError("name-taken",
				"A shadow test named '%s' stands in SageMaker already and is not ours. %s. Choose another name."
					.formatted(name, whose),
				null, "/Name");
	}

	private static OperationError withLastWords(String code, String message, List<Attempt> attempts) {
		Optional<Attempt> last = attempts.stream()
			.filter((it) -> it.answer() != null && it.answer().message() != null)
			.reduce((first, second) -> second);
		return new OperationError(code,
				last.map((it) -> "%s. The last answer was: %s".formatted(message, words(it))).orElse(message),
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
