package dev.understudy.shell;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * Gives every template the {@link Frame} as <code>#frame</code>, whichever controller or
 * exception handler chose the page.
 */
@Component
class FrameDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

	private final Frame frame;

	FrameDialect(@Value("${understudy.sagemaker.mode:simulator}") String mode) {
		super("frame");
		this.frame = new Frame("simulator".equalsIgnoreCase(mode));
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return Set.of("frame");
	}

	@Override
	public @Nullable Object buildObject(IExpressionContext context, String expressionObjectName) {
		return "frame".equals(expressionObjectName) ? this.frame : null;
	}

	@Override
	public boolean isCacheable(String expressionObjectName) {
		return true;
	}

}
