package dev.understudy.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.actor.Actor;
import dev.understudy.actor.Role;
import dev.understudy.shell.RequestId;

/**
 * Makes the user <code>admin</code> of a new installation that talks to AWS. The password
 * is UNDERSTUDY_ADMIN_PASSWORD, or a random one in a file only its owner can read.
 */
@Component
@ConditionalOnProperty(name = "understudy.sagemaker.mode", havingValue = "aws")
class FirstAdmin implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

	private final Users users;

	private final TransactionTemplate transaction;

	private final String password;

	private final Path file;

	FirstAdmin(Users users, TransactionTemplate transaction, @Value("${UNDERSTUDY_ADMIN_PASSWORD:}") String password,
			@Value("${understudy.data-dir:.understudy}") Path dataDirectory) {
		this.users = users;
		this.transaction = transaction;
		this.password = password;
		this.file = dataDirectory.toAbsolutePath().normalize().resolve("admin-password");
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		if (!this.users.all().isEmpty()) {
			return;
		}
		if (this.password.isBlank()) {
			makeWithFile();
		}
		else {
			PasswordFault.of(this.password).ifPresent((fault) -> {
				throw new UnfitPasswordException();
			});
			if (make(this.password)) {
				log.info("Made the first user 'admin'; the password is the one in UNDERSTUDY_ADMIN_PASSWORD");
			}
		}
	}

	// The file first: an account whose password nobody knows would be of no use. Under
	// its final name only afterwards: another replica may be doing the same.
	private void makeWithFile() throws IOException {
		String secret = random();
		Path draft = this.file.resolveSibling("admin-password." + UUID.randomUUID());
		write(draft, secret);
		boolean made = false;
		try {
			made = make(secret);
		}
		finally {
			if (!made) {
				Files.delete(draft);
			}
		}
		if (made) {
			Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE);
			log.info("Made the first user 'admin'; the password is in {}", this.file);
		}
	}

	private boolean make(String secret) {
		try {
			this.transaction.executeWithoutResult((status) -> this.users.create("admin", secret, Role.ADMIN,
					Actor.system("first start", RequestId.current())));
			return true;
		}
		catch (UserNameTakenException ex) {
			log.info("Another replica made the first user");
			return false;
		}
	}

	private static void write(Path file, String secret) throws IOException {
		Files.createDirectories(file.toAbsolutePath().getParent());
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(file, secret + System.lineSeparator());
	}

	private static String random() {
		byte[] bytes = KeyGenerators.secureRandom(18).generateKey();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** UNDERSTUDY_ADMIN_PASSWORD is no password a user may have. */
	static class UnfitPasswordException extends RuntimeException {

		UnfitPasswordException() {
			super("UNDERSTUDY_ADMIN_PASSWORD has fewer than 12 characters or more than 72 bytes");
		}

	}

}
