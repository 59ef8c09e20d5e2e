package dev.understudy.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

import dev.understudy.TestDatabase;
import dev.understudy.actor.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(properties = "understudy.sandbox.samples=false")
@DirtiesContext
@Import(TestDatabase.class)
class FirstAdminTests {

	private final Users users;

	private final UserRows rows;

	private final TransactionTemplate transaction;

	private final PasswordEncoder passwords;

	private final JdbcClient jdbc;

	@TempDir
	private Path directory;

	@Autowired
	FirstAdminTests(Users users, UserRows rows, TransactionTemplate transaction, PasswordEncoder passwords,
			JdbcClient jdbc) {
		this.users = users;
		this.rows = rows;
		this.transaction = transaction;
		this.passwords = passwords;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void nobodyIsThere() {
		this.jdbc.sql("delete from app_user").update();
	}

	@Test
	void aNewInstallationHasAnAdminWhosePasswordOnlyTheOwnerOfTheFileReads() throws Exception {
		start("");
		assertThat(this.users.all()).singleElement().satisfies((user) -> {
			assertThat(user.name()).isEqualTo("admin");
			assertThat(user.role()).isEqualTo(Role.ADMIN);
		});
		Path file = onlyFile();
		assertThat(file).hasFileName("admin-password");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		assertThat(isPassword(Files.readString(file).strip())).isTrue();
	}

	@Test
	void aPasswordThatIsGivenIsWrittenNowhere() throws Exception {
		start("a password that was given");
		assertThat(isPassword("a password that was given")).isTrue();
		assertThat(files()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", "eleven char",
			"\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD"
					+ "\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD"
					+ "\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD\uD83C\uDFAD" })
	void aPasswordNobodyMayHaveIsRefusedInWords(String password) {
		assertThatExceptionOfType(FirstAdmin.UnfitPasswordException.class).isThrownBy(() -> start(password))
			.withMessageContaining("UNDERSTUDY_ADMIN_PASSWORD")
			.withMessageNotContaining(password);
		assertThat(this.users.all()).isEmpty();
	}

	@Test
	void whereSomebodyIsThereNobodyIsMade() throws Exception {
		this.users.create("ada", "a password of hers", Role.ADMIN, Accounts.TEST);
		start("");
		assertThat(this.users.all()).extracting(User::name).containsExactly("ada");
		assertThat(files()).isEmpty();
	}

	@Test
	void replicasThatStartTogetherLeaveTheOnePasswordThatWorks() throws Exception {
		int replicas = 8;
		CyclicBarrier together = new CyclicBarrier(replicas);
		Callable<Void> replica = () -> {
			together.await();
			start("");
			return null;
		};
		try (ExecutorService executor = Executors.newFixedThreadPool(replicas)) {
			for (Future<Void> started : executor.invokeAll(java.util.Collections.nCopies(replicas, replica))) {
				started.get();
			}
		}
		assertThat(isPassword(Files.readString(onlyFile()).strip())).isTrue();
	}

	private void start(String password) throws IOException {
		new FirstAdmin(this.users, this.transaction, password, this.directory).run(new DefaultApplicationArguments());
	}

	private boolean isPassword(String password) {
		String hash = this.rows.forSignIn("admin").orElseThrow().getPassword();
		return this.passwords.matches(password, hash);
	}

	private Path onlyFile() throws IOException {
		assertThat(files()).hasSize(1);
		return files().getFirst();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.toList();
		}
	}

}
