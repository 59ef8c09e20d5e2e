package dev.understudy.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.understudy.access.AccessEvent.TokenRevoked;
import dev.understudy.access.AccessEvent.UserChanged;
import dev.understudy.access.AccessEvent.UserMade;
import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.database.Ids;

/**
 * The people who may sign in. Every change ends what the user has signed in to.
 */
@Service
@Transactional
public class Users {

	/** What a name looks like. */
	public static final String NAME = "[a-z][a-z0-9._@-]{0,62}";

	private static final Pattern SYNTAX = Pattern.compile(NAME);

	private final UserRows rows;

	private final PasswordEncoder passwords;

	private final RememberedSignIns signIns;

	private final TokenRows tokens;

	private final Ids ids;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Users(UserRows rows, PasswordEncoder passwords, RememberedSignIns signIns, TokenRows tokens, Ids ids, Clock clock,
			ApplicationEventPublisher events) {
		this.rows = rows;
		this.passwords = passwords;
		this.signIns = signIns;
		this.tokens = tokens;
		this.ids = ids;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Makes a user.
	 * @param name what they sign in with, see {@link #NAME}
	 * @param rawPassword at most 72 bytes, kept only as a hash
	 * @param role what they may do
	 * @param by who makes it
	 * @return the user, enabled
	 * @throws UserNameTakenException if there is one of that name
	 * @throws IllegalArgumentException if the name is none
	 */
	public User create(String name, String rawPassword, Role role, Actor by) {
		return create(name, rawPassword, role, false, by);
	}

	/**
	 * Makes an account of the sandbox: everybody knows that the password is the name.
	 * @param role what it may do, and what it is called
	 * @param by who makes it
	 * @throws UserNameTakenException if there is one of that name
	 */
	public void createForSandbox(Role role, Actor by) {
		create(role.id(), role.id(), role, true, by);
	}

	private User create(String name, String rawPassword, Role role, boolean sandbox, Actor by) {
		if (!SYNTAX.matcher(name).matches()) {
			throw new IllegalArgumentException("Not a user name: '%s'".formatted(name));
		}
		String hash = encode(rawPassword);
		if (!this.rows.insert(this.ids.next(), name, hash, role, sandbox)) {
			throw new UserNameTakenException(name);
		}
		User made = get(name);
		this.events.publishEvent(new UserMade(by, made));
		return made;
	}

	/**
	 * Finds a user.
	 * @param name their name
	 * @return the user, or empty
	 */
	@Transactional(readOnly = true)
	public Optional<User> find(String name) {
		return this.rows.find(name);
	}

	/**
	 * Lists everybody.
	 * @return users by name
	 */
	@Transactional(readOnly = true)
	public List<User> all() {
		return this.rows.all();
	}

	/**
	 * Lists the accounts of a sandbox that anybody could still sign in to.
	 * @return names of users that are enabled and were never given another password
	 */
	@Transactional(readOnly = true)
	public List<String> openToEverybody() {
		return this.rows.openToEverybody();
	}

	/**
	 * Gives a user another role. Tokens of theirs that allow more stop working.
	 * @param name whose
	 * @param role the new role
	 * @param by who changes it
	 * @throws UnknownUserException if there is no such user
	 * @throws LastAdminException if nobody could administer any more
	 */
	public void changeRole(String name, Role role, Actor by) {
		change(name, by,
				(user) -> new User(user.id(), name, role, user.enabled(), user.version() + 1, user.createdAt()));
	}

	/**
	 * Lets a user in or keeps them, and their tokens, out.
	 * @param name whose
	 * @param enabled whether they may come in
	 * @param by who changes it
	 * @throws UnknownUserException if there is no such user
	 * @throws LastAdminException if nobody could administer any more
	 */
	public void enable(String name, boolean enabled, Actor by) {
		change(name, by,
				(user) -> new User(user.id(), name, user.role(), enabled, user.version() + 1, user.createdAt()));
	}

	/**
	 * Gives a user another password and revokes their tokens: whoever knew the old one
	 * may have made some.
	 * @param name whose
	 * @param rawPassword at most 72 bytes, kept only as a hash
	 * @param by who changes it
	 * @throws UnknownUserException if there is no such user
	 */
	public void resetPassword(String name, String rawPassword, Actor by) {
		String hash = encode(rawPassword);
		User before = locked(name);
		this.rows.updatePassword(before.id(), hash);
		this.signIns.forgetAll(before.id());
		this.events.publishEvent(UserChanged.password(by, before));
		Instant now = this.clock.instant();
		this.tokens.lockActive(before.id(), now)
			.stream()
			.filter((token) -> this.tokens.revoke(token.id(), now))
			.forEach((token) -> this.events.publishEvent(new TokenRevoked(by, token)));
	}

	private void change(String name, Actor by, UnaryOperator<User> change) {
		User before = locked(name);
		User after = change.apply(before);
		boolean lostAdmin = isAdmin(before) && !isAdmin(after);
		if (lostAdmin && this.rows.all().stream().filter(Users::isAdmin).count() == 1) {
			throw new LastAdminException(name);
		}
		if (after.role() != before.role() || after.enabled() != before.enabled()) {
			this.rows.update(after);
			this.signIns.forgetAll(after.id());
			this.events.publishEvent(UserChanged.of(by, before, after));
		}
	}

	// All admins are locked, so that two of them cannot take the role from each other.
	private User locked(String name) {
		this.rows.lock(name);
		return get(name);
	}

	private User get(String name) {
		return this.rows.find(name).orElseThrow(() -> new UnknownUserException(name));
	}

	private static boolean isAdmin(User user) {
		return user.enabled() && user.role() == Role.ADMIN;
	}

	private String encode(String rawPassword) {
		String hash = this.passwords.encode(rawPassword);
		if (hash == null) {
			throw new IllegalArgumentException("A password is needed");
		}
		return hash;
	}

	/** What was typed as a name, or something that nobody can be called. */
	static String normalize(String typed) {
		String name = typed.strip().toLowerCase(Locale.ROOT);
		return SYNTAX.matcher(name).matches() ? name : "?";
	}

}
