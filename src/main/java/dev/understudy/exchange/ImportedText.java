package dev.understudy.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

import dev.understudy.definition.DocumentTooLarge;
import dev.understudy.definition.Draft;
import dev.understudy.definition.Finding;
import dev.understudy.definition.MalformedDocument;
import dev.understudy.definition.UnstorableText;
import dev.understudy.exchange.Piece.Mapping;
import dev.understudy.exchange.Piece.Member;
import dev.understudy.exchange.Piece.Scalar;
import dev.understudy.exchange.Piece.Sequence;
import dev.understudy.exchange.UnreadableImport.Fault;

/**
 * A definition that was read from a text, with the way back from any value of it to where
 * it stands there.
 */
public final class ImportedText {

	private static final String UNKNOWN_MEMBER = "unknown-member";

	private final Mapping definition;

	private final Notes notes;

	private final Draft draft;

	private ImportedText(Mapping definition, Notes notes) {
		this.definition = definition;
		this.notes = notes;
		this.draft = draft();
	}

	/**
	 * Reads a text.
	 * @param text JSON, YAML or a command of at most {@link DocumentTooLarge#LIMIT} bytes
	 * @param notation how it is written; null to tell by its beginning
	 * @return what was read
	 * @throws UnreadableImport if no definition can be read from it
	 */
	public static ImportedText read(String text, @Nullable Notation notation) {
		if (text.length() > DocumentTooLarge.LIMIT
				|| text.getBytes(StandardCharsets.UTF_8).length > DocumentTooLarge.LIMIT) {
			throw new UnreadableImport(Fault.TOO_LARGE, null);
		}
		if (text.isBlank()) {
			throw new UnreadableImport(Fault.EMPTY, null);
		}
		Notation written = (notation != null) ? notation : Notation.guess(text);
		Notes notes = new Notes(written.lines(text));
		if (!(written.read(text, notes) instanceof Mapping root)) {
			throw new UnreadableImport(Fault.NO_OBJECT, Place.START);
		}
		return new ImportedText(new Cleaning(notes).definition(new Unwrapping(notes).definition(root)), notes);
	}

	/**
	 * Makes text of the bytes of a file or a request.
	 * @param bytes text in UTF-8, with or without a byte order mark
	 * @return the text
	 * @throws UnreadableImport if they are anything else
	 */
	public static String decode(byte[] bytes) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new UnreadableImport(Fault.ENCODING, null);
		}
	}

	/**
	 * The definition, complete or not.
	 */
	public Draft definition() {
		return this.draft;
	}

	/**
	 * What was left out of the text, and as what it was understood.
	 */
	public List<Notice> notices() {
		return this.notes.notices();
	}

	/**
	 * Where in the text a finding about the definition points. An unknown member is found
	 * at its name, anything else at its value; what is missing at what should hold it.
	 */
	public LocatedFinding locate(Finding finding) {
		boolean byName = finding.rule().equals(UNKNOWN_MEMBER);
		return new LocatedFinding(finding, this.notes.place(at(finding.pointer(), byName)));
	}

	private Draft draft() {
		try {
			return Draft.of(this.definition.json());
		}
		catch (UnstorableText ex) {
			Finding first = ex.findings().getFirst();
			throw new UnreadableImport(Fault.UNSTORABLE, locate(first).place(), first.message());
		}
		catch (DocumentTooLarge ex) {
			throw new UnreadableImport(Fault.TOO_LARGE, null);
		}
		catch (MalformedDocument ex) {
			throw new UnreadableImport(Fault.TOO_DEEP, null);
		}
	}

	private int at(String pointer, boolean byName) {
		Piece piece = this.definition;
		for (JsonPointer rest = JsonPointer.compile(pointer); !rest.matches(); rest = rest.tail()) {
			Member step = step(piece, rest);
			if (step == null) {
				return piece.at();
			}
			if (byName && rest.tail().matches()) {
				return step.at();
			}
			piece = step.value();
		}
		return piece.at();
	}

	private static @Nullable Member step(Piece piece, JsonPointer pointer) {
		return switch (piece) {
			case Mapping mapping -> mapping.member(pointer.getMatchingProperty()).orElse(null);
			case Sequence list -> list.item(pointer.getMatchingIndex()).orElse(null);
			case Scalar _ -> null;
		};
	}

}
