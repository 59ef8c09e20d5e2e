package dev.understudy.exchange;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.understudy.exchange.Piece.Mapping;
import dev.understudy.exchange.Piece.Member;
import dev.understudy.exchange.UnreadableImport.Fault;

/**
 * A request to import a text, which is the request itself or stands in it.
 *
 * @param text the text
 * @param notation how it is written; null to tell by its beginning
 * @param target name of the target it is for, where the request names one
 */
public record ImportRequest(String text, @Nullable Notation notation, @Nullable String target) {

	/**
	 * Reads a JSON body: with a member <code>text</code> it holds the text, otherwise it
	 * is the text.
	 * @param json the body
	 * @return the request
	 * @throws UnreadableImport if the body is not JSON, or has members beside the text
	 * that mean nothing
	 */
	public static ImportRequest parse(String json) {
		Lines lines = Notation.JSON.lines(json);
		if (!json.isBlank() && JsonPieces.read(json, lines) instanceof Mapping body
				&& body.member("text").isPresent()) {
			return of(body, new Notes(lines));
		}
		return new ImportRequest(json, Notation.JSON, null);
	}

	private static ImportRequest of(Mapping body, Notes notes) {
		Notation notation = null;
		String target = null;
		String text = "";
		for (Member member : body.members()) {
			String value = value(member, notes);
			switch (member.name()) {
				case "text" -> text = value;
				case "target" -> target = value;
				case "format" -> notation = Notation.of(value).orElseThrow(() -> wrong(member, notes));
				default -> throw wrong(member, notes);
			}
		}
		return new ImportRequest(text, notation, target);
	}

	private static String value(Member member, Notes notes) {
		JsonNode value = member.value().json();
		if (!value.isString()) {
			throw wrong(member, notes);
		}
		return value.stringValue();
	}

	private static UnreadableImport wrong(Member member, Notes notes) {
		return notes.unreadable(Fault.REQUEST, member.at(), Excerpt.of(member.name()));
	}

}
