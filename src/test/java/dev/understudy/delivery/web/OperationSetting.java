package dev.understudy.delivery.web;

import java.time.Instant;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.understudy.delivery.Certainty;
import dev.understudy.delivery.Installations;
import dev.understudy.delivery.Operations;

/** The pages of operations without what is behind them. */
@WebMvcTest({ OperationPages.class, OperationApi.class, InstallationPages.class })
@WithMockUser(username = "ada", authorities = { "READ", "WRITE", "ADMINISTER" })
abstract class OperationSetting {

	static final UUID ID = UUID.fromString("019aab00-0000-7000-8000-000000000001");

	static final UUID EXPERIMENT = UUID.fromString("019aab00-0000-7000-8000-000000000002");

	static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	static final String PAGE = "/experiments/%s/operations/%s".formatted(EXPERIMENT, ID);

	@Autowired
	MockMvcTester mvc;

	@MockitoBean
	Operations operations;

	@MockitoBean
	Certainty certainty;

	@MockitoBean
	Installations installations;

}
