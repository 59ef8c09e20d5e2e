package dev.understudy.delivery;

public final class SearchProgram {
	public static void main(String[] args) {
		int w = Integer.parseInt(args[0]), a = Integer.parseInt(args[1]), c = Integer.parseInt(args[2]);
		PlayRules rules = PlayRules.ticks(w, a, c);
		for (int i = 3; i < args.length; i++) rules = rules.without(PlayGuard.valueOf(args[i]));
		long t = System.nanoTime();
		System.out.println(new Search<>(new PlayOfCreate(rules)).run());
		System.out.println((System.nanoTime() - t) / 1000000 + " ms");
	}
}
