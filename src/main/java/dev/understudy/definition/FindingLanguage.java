package dev.understudy.definition;

import java.util.Locale;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;

/**
 * The language findings are worded in: English, or another one for the length of some
 * work that is done for a person who reads it. What programs get, and what is kept, is
 * worded outside of any such work.
 */
public final class FindingLanguage {

	private static final ScopedValue<Locale> READER = ScopedValue.newInstance();

	private static final ResourceBundle.Control EXACT = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private static final ResourceBundle ENGLISH = texts(Locale.ENGLISH);

	private FindingLanguage() {
	}

	/**
	 * Does some work for a reader of a language.
	 * @param language the language; English where there are no texts in it
	 * @param work the work
	 * @param <R> what comes of it
	 * @param <X> what it may fail with
	 * @return what comes of the work
	 * @throws X if the work fails
	 */
	public static <R, X extends Throwable> R in(Locale language, ScopedValue.CallableOp<? extends R, X> work) throws X {
		return ScopedValue.where(READER, language).call(work);
	}

	/**
	 * Every text in a language: messages, hints and labels by the rules' ids.
	 * @param language the language; English where there are no texts in it
	 * @return the texts
	 */
	public static ResourceBundle texts(Locale language) {
		return ResourceBundle.getBundle("definition.findings", language, EXACT);
	}

	/**
	 * The language of the reader that work is done for now.
	 * @return English outside of any such work
	 */
	public static Locale current() {
		return READER.isBound() ? READER.get() : Locale.ENGLISH;
	}

	static @Nullable String text(String key) {
		ResourceBundle texts = texts();
		return texts.containsKey(key) ? texts.getString(key) : null;
	}

	/** A word within a sentence. */
	static String word(String word) {
		return texts().getString("word." + word);
	}

	private static ResourceBundle texts() {
		return READER.isBound() ? texts(READER.get()) : ENGLISH;
	}

}
