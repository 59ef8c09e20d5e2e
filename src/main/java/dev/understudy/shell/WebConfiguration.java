package dev.understudy.shell;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the shell adds to Spring MVC. */
@Component
class WebConfiguration implements WebMvcConfigurer {

	private final ApiProblems problems;

	WebConfiguration(ApiProblems problems) {
		this.problems = problems;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new LanguageChoice());
		registry.addInterceptor(new ThemeChoice());
	}

	@Override
	public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
		resolvers.addFirst(new UnmatchedApiRequests(this.problems));
	}

}
