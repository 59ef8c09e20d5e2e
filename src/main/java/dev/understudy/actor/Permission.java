package dev.understudy.actor;

/**
 * One thing a person or a program may be allowed to do. Handlers name the permission they
 * need by {@link #name()}, which is also the authority a signed-in actor carries.
 */
public enum Permission {

	/** See every experiment, its operations and its history. */
	READ,

	/** Draft, check, discard, submit, start, update, tag, stop without promoting. */
	WRITE,

	/** Say something about an experiment. */
	COMMENT,

	/** What changes production or cannot be taken back: stop with promote, delete. */
	CHANGE_PRODUCTION,

	/** Search and export the audit trail of everybody. */
	READ_AUDIT,

	/** Make and revoke one's own API tokens. */
	OWN_TOKENS,

	/** Make, change and retire the templates that others begin with. */
	KEEP_TEMPLATES,

	/** Users, tokens of others, settings. */
	ADMINISTER

}
