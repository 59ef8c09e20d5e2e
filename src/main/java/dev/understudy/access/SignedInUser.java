package dev.understudy.access;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

import dev.understudy.actor.Role;

/** A user as Spring Security knows them while they are signed in. */
final class SignedInUser implements UserDetails, CredentialsContainer {

	private final UUID id;

	private final String name;

	private final Role role;

	private final boolean enabled;

	private final int version;

	private @Nullable String password;

	SignedInUser(User user, @Nullable String password) {
		this.id = user.id();
		this.name = user.name();
		this.role = user.role();
		this.enabled = user.enabled();
		this.version = user.version();
		this.password = password;
	}

	/** Whether this is still how the user is, so that they may stay signed in. */
	boolean isCurrent(User user) {
		return user.enabled() && user.id().equals(this.id) && user.version() == this.version;
	}

	UUID id() {
		return this.id;
	}

	Role role() {
		return this.role;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return authorities(this.role);
	}

	static Set<SimpleGrantedAuthority> authorities(Role role) {
		return role.permissions()
			.stream()
			.map((permission) -> new SimpleGrantedAuthority(permission.name()))
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public @Nullable String getPassword() {
		return this.password;
	}

	@Override
	public String getUsername() {
		return this.name;
	}

	@Override
	public boolean isEnabled() {
		return this.enabled;
	}

	@Override
	public void eraseCredentials() {
		this.password = null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SignedInUser that && this.id.equals(that.id);
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(this.id);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
