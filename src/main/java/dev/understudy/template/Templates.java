package dev.understudy.template;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.actor.Actor;
import dev.understudy.database.Ids;
import dev.understudy.definition.Finding;
import dev.understudy.shell.Page;
import dev.understudy.template.TemplateRefusedException.Reason;

/**
 * The templates there are. Each change is one transaction with its audit entry.
 */
@Service
@Transactional
public class Templates {

	private final TemplateStore store;

	private final TemplateCheck check;

	private final Ids ids;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Templates(TemplateStore store, TemplateCheck check, Ids ids, Clock clock, ApplicationEventPublisher events) {
		this.store = store;
		this.check = check;
		this.ids = ids;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Lists templates by name.
	 * @param retired whether to list those that are not used any more, instead of those
	 * that are
	 * @param size templates on a page, 1 to {@link Page#MAX_SIZE}
	 * @param token where to go on, from the page before
	 * @return a page of them
	 * @throws dev.understudy.shell.PageTokenException if the token is of another list
	 */
	@Transactional(readOnly = true)
	public Page<Template> list(boolean retired, int size, @Nullable String token) {
		return this.store.list(retired, size, token);
	}

	/**
	 * Whether nobody has ever made one.
	 */
	@Transactional(readOnly = true)
	public boolean isEmpty() {
		return this.store.isEmpty();
	}

	/**
	 * Gets a template, in use or not.
	 * @param id its id
	 * @return the template
	 * @throws UnknownTemplateException if there is none
	 */
	@Transactional(readOnly = true)
	public Template get(UUID id) {
		return this.store.find(id).orElseThrow(() -> new UnknownTemplateException(id));
	}

	/**
	 * Checks a template without keeping it.
	 * @param content what it is to say
	 * @return what is wrong or risky; what is missing is not
	 */
	public List<Finding> check(TemplateContent content) {
		return this.check.findings(content);
	}

	/**
	 * Makes a template.
	 * @param content what it says
	 * @param by who makes it
	 * @return the template
	 * @throws TemplateRefusedException if it cannot be kept so
	 * @throws TemplateNameTakenException if another one in use has the name
	 */
	public Template make(TemplateContent content, Actor by) {
		ensureSound(content);
		UUID id = this.ids.next();
		this.store.add(id, content, by, this.clock.instant());
		this.events.publishEvent(TemplateEvent.made(content, by));
		return get(id);
	}

	/**
	 * Changes a template, and with it what its drafts are held to. What changes nothing
	 * makes no version.
	 * @param id the template
	 * @param expected the version that was edited
	 * @param content what it is to say
	 * @param by who changes it
	 * @return the template as it is then
	 * @throws UnknownTemplateException if there is none in use
	 * @throws StaleTemplateException if somebody else has changed it meanwhile
	 * @throws TemplateRefusedException if it cannot be kept so
	 * @throws TemplateNameTakenException if another one in use has the name
	 */
	public Template change(UUID id, int expected, TemplateContent content, Actor by) {
		Template before = lock(id, expected);
		ensureSound(content);
		if (!before.content().equals(content)) {
			this.store.replace(id, content, by, this.clock.instant());
			this.events.publishEvent(TemplateEvent.changed(before.content(), content, by));
		}
		return get(id);
	}

	/**
	 * Takes a template out of use. It stays on record if a draft was ever begun with it,
	 * and holds nothing any more.
	 * @param id the template
	 * @param expected the version that was seen
	 * @param by who retires it
	 * @return whether it stays on record
	 * @throws UnknownTemplateException if there is none in use
	 * @throws StaleTemplateException if somebody else has changed it meanwhile
	 */
	public boolean retire(UUID id, int expected, Actor by) {
		Template template = lock(id, expected);
		boolean stays = template.uses() > 0;
		if (stays) {
			this.store.retire(id, by, this.clock.instant());
			this.events.publishEvent(TemplateEvent.retired(template.content(), by));
		}
		else {
			this.store.delete(id);
			this.events.publishEvent(TemplateEvent.deleted(template.content(), by));
		}
		return stays;
	}

	private Template lock(UUID id, int expected) {
		Template template = this.store.lock(id)
			.filter(Template::isInUse)
			.orElseThrow(() -> new UnknownTemplateException(id));
		if (template.version() != expected) {
			throw new StaleTemplateException(expected, template);
		}
		return template;
	}

	private void ensureSound(TemplateContent content) {
		if (!isText(content.name(), TemplateContent.LONGEST_NAME) || content.name().isEmpty()
				|| content.name().indexOf('\n') >= 0) {
			throw new TemplateRefusedException(Reason.NAME, List.of());
		}
		if (!isText(content.description(), TemplateContent.LONGEST_DESCRIPTION)) {
			throw new TemplateRefusedException(Reason.DESCRIPTION, List.of());
		}
		List<Finding> errors = check(content).stream().filter(Finding::forbids).toList();
		if (!errors.isEmpty()) {
			throw new TemplateRefusedException(Reason.DEFINITION, errors);
		}
	}

	private static boolean isText(String text, int longest) {
		return text.codePointCount(0, text.length()) <= longest && text.codePoints()
			.noneMatch(
					(it) -> (Character.isISOControl(it) && it != '\n') || Character.getType(it) == Character.SURROGATE);
	}

}
