package dev.understudy.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

import dev.understudy.exchange.Piece.Mapping;
import dev.understudy.exchange.Piece.Member;
import dev.understudy.exchange.Piece.Scalar;
import dev.understudy.exchange.Piece.Sequence;
import dev.understudy.exchange.UnreadableImport.Fault;

/**
 * Reads one YAML document and remembers where everything stands. It takes the parser's
 * events and nothing above them: no type is ever looked up, and neither aliases nor tags
 * are followed.
 */
final class YamlPieces {

	private final Lines lines;

	private final Parser events;

	private YamlPieces(String text, Lines lines) {
		this.lines = lines;
		LoaderOptions options = new LoaderOptions();
		options.setNestingDepthLimit(JsonPieces.DEEPEST);
		this.events = new ParserImpl(new StreamReader(text), options);
	}

	static Piece read(String text, Lines lines) {
		try {
			return new YamlPieces(text, lines).document();
		}
		catch (MarkedYAMLException ex) {
			Mark mark = (ex.getProblemMark() != null) ? ex.getProblemMark() : ex.getContextMark();
			throw new UnreadableImport(Fault.YAML, (mark != null) ? lines.at(mark.getIndex()) : Place.START,
					Excerpt.of(ex.getProblem()));
		}
		catch (ReaderException ex) {
			throw new UnreadableImport(Fault.YAML, lines.at(ex.getPosition()), "U+%04X".formatted(ex.getCodePoint()));
		}
		catch (YAMLException ex) {
			throw new UnreadableImport(Fault.YAML, Place.START, Excerpt.of(ex.getMessage()));
		}
	}

	private Piece document() {
		this.events.getEvent();
		if (this.events.checkEvent(Event.ID.StreamEnd)) {
			throw new UnreadableImport(Fault.EMPTY, Place.START);
		}
		this.events.getEvent();
		Piece piece = piece(this.events.getEvent(), 1);
		this.events.getEvent();
		if (!this.events.checkEvent(Event.ID.StreamEnd)) {
			throw new UnreadableImport(Fault.TRAILING, this.lines.at(at(this.events.peekEvent())));
		}
		return piece;
	}

	private Piece piece(Event event, int depth) {
		int at = at(event);
		if (event instanceof NodeEvent node && node.getAnchor() != null) {
			throw new UnreadableImport(Fault.ALIAS, this.lines.at(at), Excerpt.of(node.getAnchor()));
		}
		if (depth > JsonPieces.DEEPEST) {
			throw new UnreadableImport(Fault.TOO_DEEP, this.lines.at(at));
		}
		return switch (event) {
			case ScalarEvent scalar -> {
				untagged(scalar.getTag(), at);
				yield new Scalar(at, YamlScalars.read(scalar.getValue(), scalar.isPlain()));
			}
			case MappingStartEvent mapping -> {
				untagged(mapping.getTag(), at);
				yield mapping(at, depth);
			}
			case SequenceStartEvent sequence -> {
				untagged(sequence.getTag(), at);
				yield sequence(at, depth);
			}
			default -> throw new UnreadableImport(Fault.EMPTY, this.lines.at(at));
		};
	}

	private Mapping mapping(int at, int depth) {
		List<Member> members = new ArrayList<>();
		Set<String> names = new HashSet<>();
		while (!this.events.checkEvent(Event.ID.MappingEnd)) {
			Event key = this.events.getEvent();
			int named = at(key);
			String name = name(key, named);
			if (!names.add(name)) {
				throw new UnreadableImport(Fault.DUPLICATE, this.lines.at(named), Excerpt.of(name));
			}
			members.add(new Member(name, named, piece(this.events.getEvent(), depth + 1)));
		}
		this.events.getEvent();
		return new Mapping(at, members);
	}

	private String name(Event key, int at) {
		if (key instanceof AliasEvent alias) {
			throw new UnreadableImport(Fault.ALIAS, this.lines.at(at), Excerpt.of(alias.getAnchor()));
		}
		if (!(key instanceof ScalarEvent scalar)) {
			throw new UnreadableImport(Fault.KEY, this.lines.at(at));
		}
		if (scalar.getAnchor() != null) {
			throw new UnreadableImport(Fault.ALIAS, this.lines.at(at), Excerpt.of(scalar.getAnchor()));
		}
		untagged(scalar.getTag(), at);
		return scalar.getValue();
	}

	private Sequence sequence(int at, int depth) {
		List<Piece> items = new ArrayList<>();
		while (!this.events.checkEvent(Event.ID.SequenceEnd)) {
			items.add(piece(this.events.getEvent(), depth + 1));
		}
		this.events.getEvent();
		return new Sequence(at, items);
	}

	private void untagged(@Nullable String tag, int at) {
		if (tag != null) {
			throw new UnreadableImport(Fault.TAG, this.lines.at(at), Excerpt.of(tag));
		}
	}

	private static int at(Event event) {
		return event.getStartMark().getIndex();
	}

}
