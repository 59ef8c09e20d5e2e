package dev.understudy.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox behaves.
 *
 * @param exposed whether well-known passwords and tokens may be reached from other
 * machines
 * @param samples whether an empty installation is given sample experiments
 */
@ConfigurationProperties("understudy.sandbox")
record SandboxProperties(@DefaultValue("false") boolean exposed, @DefaultValue("true") boolean samples) {
}
