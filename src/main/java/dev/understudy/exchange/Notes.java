package dev.understudy.exchange;

import java.util.ArrayList;
import java.util.List;

import dev.understudy.exchange.Notice.Kind;
import dev.understudy.exchange.UnreadableImport.Fault;

/** Collects what is to be said about a text. */
final class Notes {

	private final Lines lines;

	private final List<Notice> notices = new ArrayList<>();

	Notes(Lines lines) {
		this.lines = lines;
	}

	void add(Kind kind, int at, String... details) {
		this.notices.add(new Notice(kind, List.of(details), this.lines.at(at)));
	}

	Lines lines() {
		return this.lines;
	}

	List<Notice> notices() {
		return List.copyOf(this.notices);
	}

	Place place(int at) {
		return this.lines.at(at);
	}

	UnreadableImport unreadable(Fault fault, int at, String... details) {
		return new UnreadableImport(fault, this.lines.at(at), details);
	}

}
