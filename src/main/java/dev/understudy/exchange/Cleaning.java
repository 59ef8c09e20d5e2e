package dev.understudy.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.understudy.exchange.Notice.Kind;
import dev.understudy.exchange.Piece.Mapping;
import dev.understudy.exchange.Piece.Member;
import dev.understudy.exchange.Piece.Sequence;

/**
 * Takes out of a definition what only SageMaker says about an experiment (AWS API:
 * DescribeInferenceExperiment), what only CloudFormation takes, and reserved tags. The
 * endpoint's name moves to where a definition has it.
 */
final class Cleaning {

	private static final String ENDPOINT_METADATA = "EndpointMetadata";

	private static final String ENDPOINT_NAME = "EndpointName";

	private static final Set<String> TOLD = Set.of("Arn", "InferenceExperimentArn", "Status", "StatusReason",
			"CreationTime", "CompletionTime", "LastModifiedTime", "DesiredState", "ResponseMetadata",
			ENDPOINT_METADATA);

	private final Notes notes;

	Cleaning(Notes notes) {
		this.notes = notes;
	}

	Mapping definition(Mapping said) {
		List<Member> members = new ArrayList<>();
		for (Member member : said.members()) {
			switch (member.name()) {
				case "ModelVariants" -> members.add(variants(member));
				case "Tags" -> tags(member).ifPresent(members::add);
				case String name when TOLD.contains(name) -> leaveOut(member, name);
				default -> members.add(member);
			}
		}
		if (said.member(ENDPOINT_NAME).isEmpty()) {
			said.mapping(ENDPOINT_METADATA)
				.flatMap((metadata) -> metadata.member(ENDPOINT_NAME))
				.ifPresent(members::add);
		}
		return new Mapping(said.at(), members);
	}

	private Member variants(Member member) {
		if (!(member.value() instanceof Sequence list)) {
			return member;
		}
		List<Piece> items = list.items().stream().map(this::variant).toList();
		return new Member(member.name(), member.at(), new Sequence(list.at(), items));
	}

	private Piece variant(Piece item) {
		if (!(item instanceof Mapping variant) || variant.member("Status").isEmpty()) {
			return item;
		}
		List<Member> members = new ArrayList<>(variant.members());
		Member status = variant.member("Status").orElseThrow();
		members.remove(status);
		leaveOut(status, "ModelVariants.Status");
		return new Mapping(variant.at(), members);
	}

	/** Nothing if only reserved tags were given. */
	private Optional<Member> tags(Member member) {
		if (!(member.value() instanceof Sequence list)) {
			return Optional.of(member);
		}
		List<Piece> items = new ArrayList<>();
		for (Piece item : list.items()) {
			Optional<String> reserved = reservedKey(item);
			reserved.ifPresentOrElse((key) -> this.notes.add(Kind.RESERVED_TAG, item.at(), Excerpt.of(key)),
					() -> items.add(item));
		}
		return (items.isEmpty() && !list.items().isEmpty()) ? Optional.empty()
				: Optional.of(new Member(member.name(), member.at(), new Sequence(list.at(), items)));
	}

	private static Optional<String> reservedKey(Piece item) {
		return (item instanceof Mapping tag) ? tag.member("Key")
			.map((key) -> key.value().json())
			.filter((key) -> key.isString() && ReservedTags.isReserved(key.stringValue()))
			.map((key) -> key.stringValue()) : Optional.empty();
	}

	private void leaveOut(Member member, String name) {
		this.notes.add(Kind.NOT_DEFINED, member.at(), name);
	}

}
