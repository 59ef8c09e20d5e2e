package dev.understudy.search;

import java.util.List;

import dev.understudy.actor.Permission;

/**
 * A page that stands on its own, so that it can be gone to by its name.
 *
 * @param path where it is
 * @param title message key of its name
 * @param permission what it takes to see it
 */
record Place(String path, String title, Permission permission) {

	static final List<Place> ALL = List.of(new Place("/", "shell.nav.dashboard", Permission.READ),
			new Place("/experiments", "experiment.list.title", Permission.READ),
			new Place("/experiments/new", "experiment.new", Permission.WRITE),
			new Place("/experiments/found", "found.title", Permission.READ),
			new Place("/experiments/filters", "filters.title", Permission.READ),
			new Place("/templates", "template.title", Permission.READ),
			new Place("/audit", "shell.nav.audit", Permission.READ_AUDIT),
			new Place("/settings/tokens", "settings.tokens", Permission.OWN_TOKENS),
			new Place("/settings/users", "settings.users", Permission.ADMINISTER),
			new Place("/settings/installation", "settings.installation", Permission.ADMINISTER),
			new Place("/help", "help.title", Permission.READ), new Place("/help/api", "help.api", Permission.READ));

}
