package dev.understudy.access;

import java.util.Optional;

import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets people in by name and password, limited by {@link SignInLimit}, on the record. */
@Component
class PasswordSignIn implements AuthenticationProvider {

	private final DaoAuthenticationProvider passwords;

	private final SignInLimit limit;

	private final SignInRecord record;

	PasswordSignIn(UserRows users, PasswordEncoder encoder, SignInLimit limit, SignInRecord record) {
		this.passwords = new DaoAuthenticationProvider(
				(name) -> users.forSignIn(name).orElseThrow(() -> new UsernameNotFoundException("Unknown user")));
		this.passwords.setPasswordEncoder(encoder);
		// Only who knows the password learns that the account is disabled.
		this.passwords.setPreAuthenticationChecks((user) -> {
		});
		this.passwords.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
		this.limit = limit;
		this.record = record;
	}

	@Override
	public Authentication authenticate(Authentication typed) throws AuthenticationException {
		String name = Users.normalize(typed.getName());
		String address = (typed.getDetails() instanceof WebAuthenticationDetails web) ? web.getRemoteAddress() : "";
		Optional<SignInLimit.Refusal> limited = this.limit.count(name, address);
		if (limited.isPresent()) {
			TooManyAttemptsException ex = new TooManyAttemptsException(limited.get().delay());
			if (limited.get().first()) {
				this.record.refused(name, address, ex);
			}
			throw ex;
		}
		Authentication signedIn = check(typed, name, address);
		this.limit.forgive(name, address);
		this.record.signedIn(name, address);
		return signedIn;
	}

	private Authentication check(Authentication typed, String name, String address) {
		UsernamePasswordAuthenticationToken attempt = UsernamePasswordAuthenticationToken.unauthenticated(name,
				typed.getCredentials());
		attempt.setDetails(typed.getDetails());
		try {
			return this.passwords.authenticate(attempt);
		}
		catch (AuthenticationException ex) {
			this.record.refused(name, address, ex);
			throw ex;
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.passwords.supports(authentication);
	}

}
