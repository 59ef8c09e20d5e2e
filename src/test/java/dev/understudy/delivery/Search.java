package dev.understudy.delivery;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An exhaustive search: every state that every order of moves can lead to, breadth first,
 * so that what it finds is the shortest way to it.
 *
 * @param <S> the states of the play
 */
final class Search<S> {

	private static final int NOWHERE = -1;

	private final PlayModel<S> model;

	private final SearchStates states = new SearchStates();

	private int[] parents = new int[1 << 16];

	/** Where the first calm move leads. */
	private int[] calm = new int[1 << 16];

	private long moves;

	private final Map<String, Integer> ends = new TreeMap<>();

	Search(PlayModel<S> model) {
		this.model = model;
	}

	SearchReport run() {
		add(this.model.pack(this.model.start()), NOWHERE);
		for (int number = 0; number < this.states.size(); number++) {
			S play = this.model.unpack(this.states.get(number));
			String end = this.model.end(play);
			if (end != null) {
				this.ends.merge(end, 1, Integer::sum);
			}
			for (PlayMove<S> move : this.model.moves(play)) {
				S next = move.next().get();
				String wrong = this.model.violation(play, next);
				if (wrong != null) {
					return report(wrong, number, move.words() + " → " + this.model.words(next));
				}
				int reached = add(this.model.pack(next), number);
				if (move.calm() && this.calm[number] == NOWHERE) {
					this.calm[number] = reached;
				}
				this.moves++;
			}
		}
		return everyCalmWayEnds();
	}

	private int add(byte[] state, int parent) {
		int number = this.states.add(state);
		if (number < 0) {
			return ~number;
		}
		if (number == this.parents.length) {
			this.parents = Arrays.copyOf(this.parents, number * 2);
			this.calm = Arrays.copyOf(this.calm, number * 2);
		}
		this.parents[number] = parent;
		this.calm[number] = NOWHERE;
		return number;
	}

	private SearchReport everyCalmWayEnds() {
		byte[] marks = new byte[this.states.size()];
		for (int from = 0; from < marks.length; from++) {
			int at = from;
			while (marks[at] == 0) {
				marks[at] = 1;
				if (isEnded(at)) {
					marks[at] = 2;
				}
				else if (this.calm[at] != NOWHERE) {
					at = this.calm[at];
				}
			}
			if (marks[at] != 2) {
				return report("from here nothing ends, though nothing fails any more", from, "…");
			}
			for (int walked = from; marks[walked] == 1; walked = this.calm[walked]) {
				marks[walked] = 2;
			}
		}
		return new SearchReport(this.states.size(), this.moves, this.ends, null, List.of());
	}

	private boolean isEnded(int number) {
		return this.model.end(this.model.unpack(this.states.get(number))) != null;
	}

	private SearchReport report(String wrong, int number, String last) {
		Deque<String> trace = new ArrayDeque<>();
		trace.add(last);
		for (int at = number; this.parents[at] != NOWHERE; at = this.parents[at]) {
			trace.addFirst(between(this.parents[at], at));
		}
		return new SearchReport(this.states.size(), this.moves, this.ends, wrong, List.copyOf(trace));
	}

	private String between(int from, int to) {
		S play = this.model.unpack(this.states.get(from));
		byte[] wanted = this.states.get(to);
		return this.model.moves(play)
			.stream()
			.filter((it) -> Arrays.equals(this.model.pack(it.next().get()), wanted))
			.findFirst()
			.map((it) -> it.words() + " → " + this.model.words(it.next().get()))
			.orElseThrow();
	}

}
