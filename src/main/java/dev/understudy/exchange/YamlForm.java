package dev.understudy.exchange;

/** The definition as it stands, in YAML. */
final class YamlForm implements Form {

	@Override
	public String write(Subject subject) {
		return YamlText.document(subject.definition());
	}

}
