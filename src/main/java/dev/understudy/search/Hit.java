package dev.understudy.search;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param kind what it is
 * @param title what it is called, in the reader's language where it is ours to say
 * @param detail what tells it from others of that title; null if nothing has to
 * @param path where it is in the console, with its query
 * @param id the experiment's id; null for anything else
 */
public record Hit(Kind kind, String title, @Nullable String detail, String path, @Nullable UUID id) {

	static Hit of(Kind kind, String title, @Nullable String detail, String path) {
		return new Hit(kind, title, detail, path, null);
	}

}
