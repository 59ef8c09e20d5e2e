package dev.understudy.template;

import java.util.List;
import java.util.Locale;

import dev.understudy.definition.Finding;

/** A template cannot be kept as somebody wants it. */
public class TemplateRefusedException extends RuntimeException {

	private final Reason reason;

	private final transient List<Finding> findings;

	TemplateRefusedException(Reason reason, List<Finding> findings) {
		super(reason.words);
		this.reason = reason;
		this.findings = List.copyOf(findings);
	}

	/**
	 * Why not.
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * What is wrong with its definition or its locks; empty for the other reasons.
	 */
	public List<Finding> findings() {
		return this.findings;
	}

	/** Why a template cannot be kept. */
	public enum Reason {

		/** It has no name, too long a one, or one that cannot be stored. */
		NAME("A template has a name of 1 to %d characters on one line".formatted(TemplateContent.LONGEST_NAME)),

		/** Its description is too long or cannot be stored. */
		DESCRIPTION("The description may have at most %d characters".formatted(TemplateContent.LONGEST_DESCRIPTION)),

		/** Its definition or its locks have error findings. */
		DEFINITION("No draft of it could be submitted; see errors");

		private final String words;

		Reason(String words) {
			this.words = words;
		}

		/**
		 * The spelling in codes and message keys.
		 */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
