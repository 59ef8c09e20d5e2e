package dev.understudy.experiment.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

import dev.understudy.definition.FindingLanguage;

/** What is found while a page is made is worded in the language of the page. */
@Component
class FindingLanguageFilter extends OncePerRequestFilter {

	private final LocaleResolver languages;

	FindingLanguageFilter(LocaleResolver languages) {
		this.languages = languages;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			FindingLanguage.<Boolean, Exception>in(this.languages.resolveLocale(request), () -> {
				chain.doFilter(request, response);
				return true;
			});
		}
		catch (ServletException | IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

}
