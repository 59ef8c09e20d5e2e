package dev.understudy.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * The model variants of a draft that have a name.
 */
record Variants(List<Named> named) {

	static final String LIST = "/ModelVariants";

	static Variants of(Draft draft) {
		List<Named> named = new ArrayList<>();
		JsonNode list = draft.at(LIST);
		for (int i = 0; list.isArray() && i < list.size(); i++) {
			String pointer = Pointers.item(LIST, i);
			draft.text(pointer + "/VariantName").ifPresent((name) -> named.add(new Named(pointer, name)));
		}
		return new Variants(List.copyOf(named));
	}

	Optional<Named> byName(String name) {
		return this.named.stream().filter((it) -> it.name().equals(name)).findFirst();
	}

	String spoken() {
		return this.named.stream().limit(2).map((it) -> Given.of(it.name())).collect(Collectors.joining(", "));
	}

	/**
	 * Where the instance type of the variant at a pointer stands.
	 */
	static String instanceTypeOf(String variant) {
		return variant + "/InfrastructureConfig/RealTimeInferenceConfig/InstanceType";
	}

	/**
	 * A variant by its place and name.
	 */
	record Named(String pointer, String name) {

		/**
		 * The instance type, if it is in order on its own.
		 */
		Optional<String> instanceType(Draft draft) {
			return draft.text(instanceTypePointer()).filter(DefinitionShape.INSTANCE_TYPE::accepts);
		}

		String instanceTypePointer() {
			return instanceTypeOf(this.pointer);
		}

	}

}
