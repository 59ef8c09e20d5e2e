package dev.understudy.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.exchange.Piece.Mapping;
import dev.understudy.exchange.Piece.Member;
import dev.understudy.exchange.Piece.Scalar;
import dev.understudy.exchange.Piece.Sequence;
import dev.understudy.exchange.UnreadableImport.Fault;

/**
 * Reads strict JSON and remembers where everything stands.
 */
final class JsonPieces {

	/** A CloudFormation template around a definition is 9 levels deep. */
	static final int DEEPEST = 64;

	private static final JsonFactory JSON = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
		.build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final Lines lines;

	private final JsonParser parser;

	private JsonPieces(Lines lines, JsonParser parser) {
		this.lines = lines;
		this.parser = parser;
	}

	static Piece read(String text, Lines lines) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
			return new JsonPieces(lines, parser).document();
		}
		catch (StreamConstraintsException ex) {
			throw new UnreadableImport(Fault.TOO_DEEP, place(lines, ex));
		}
		catch (JacksonException ex) {
			throw new UnreadableImport(Fault.JSON, place(lines, ex), Excerpt.of(ex.getOriginalMessage()));
		}
	}

	private Piece document() {
		this.parser.nextToken();
		Piece piece = piece();
		if (this.parser.nextToken() != null) {
			throw new UnreadableImport(Fault.TRAILING, this.lines.at(here()));
		}
		return piece;
	}

	private Piece piece() {
		int at = here();
		return switch (this.parser.currentToken()) {
			case START_OBJECT -> mapping(at);
			case START_ARRAY -> sequence(at);
			case VALUE_STRING -> new Scalar(at, NODES.stringNode(this.parser.getString()));
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
				new Scalar(at, NODES.numberNode(this.parser.getDecimalValue()));
			case VALUE_TRUE -> new Scalar(at, NODES.booleanNode(true));
			case VALUE_FALSE -> new Scalar(at, NODES.booleanNode(false));
			case VALUE_NULL -> new Scalar(at, NODES.nullNode());
			case null, default -> throw new UnreadableImport(Fault.EMPTY, this.lines.at(at));
		};
	}

	private Mapping mapping(int at) {
		List<Member> members = new ArrayList<>();
		Set<String> names = new HashSet<>();
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			String name = this.parser.currentName();
			int named = here();
			if (!names.add(name)) {
				throw new UnreadableImport(Fault.DUPLICATE, this.lines.at(named), Excerpt.of(name));
			}
			this.parser.nextToken();
			members.add(new Member(name, named, piece()));
		}
		return new Mapping(at, members);
	}

	private Sequence sequence(int at) {
		List<Piece> items = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			items.add(piece());
		}
		return new Sequence(at, items);
	}

	private int here() {
		return (int) this.parser.currentTokenLocation().getCharOffset();
	}

	private static Place place(Lines lines, JacksonException ex) {
		TokenStreamLocation location = ex.getLocation();
		return (location != null) ? lines.at((int) location.getCharOffset()) : Place.START;
	}

}
