package dev.understudy.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

import dev.understudy.access.TokenSource.KnownToken;

/** A program that signed in with a token, for the length of one request. */
public final class TokenAuthentication extends AbstractAuthenticationToken {

	private final KnownToken token;

	/**
	 * Signs a program in.
	 * @param token the token it sent
	 */
	public TokenAuthentication(KnownToken token) {
		super(SignedInUser.authorities(token.role()));
		this.token = token;
		setAuthenticated(true);
	}

	@Override
	public String getPrincipal() {
		return this.token.fullName();
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TokenAuthentication that && super.equals(other) && this.token.equals(that.token);
	}

	@Override
	public int hashCode() {
		return this.token.hashCode();
	}

}
