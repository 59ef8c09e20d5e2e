package dev.understudy.experiment.web;

import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.understudy.actor.Actor;
import dev.understudy.database.Ids;
import dev.understudy.definition.Draft;
import dev.understudy.experiment.Experiments;
import dev.understudy.experiment.NewDraft;
import dev.understudy.experiment.Rehearsed;

/** An author who types into a draft, in one window or in two. */
@Rehearsed
@WithMockUser(username = "author", authorities = { "READ", "WRITE" })
abstract class TypingSetting {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Experiments experiments;

	@Autowired
	Ids ids;

	UUID draft(Draft draft) {
		return this.experiments.draft(new NewDraft(null, draft), Actor.system("author", "test")).experiment().getId();
	}

	Draft latest(UUID id) {
		return this.experiments.get(id).revision().draft();
	}

}
