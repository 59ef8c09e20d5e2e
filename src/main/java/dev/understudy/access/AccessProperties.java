package dev.understudy.access;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people come in.
 *
 * @param secureCookies whether cookies are bound to this host and TLS by the
 * <code>__Host-</code> prefix; set it wherever the console is reached over https
 * @param idle how long somebody may do nothing and stay signed in
 * @param remember how long a sign-in outlives a restart, at most
 */
@ConfigurationProperties("understudy.access")
record AccessProperties(@DefaultValue("false") boolean secureCookies, @DefaultValue("30m") Duration idle,
		@DefaultValue("12h") Duration remember) {

	String cookie(String name) {
		return (this.secureCookies ? "__Host-" : "") + "understudy-" + name;
	}

}
