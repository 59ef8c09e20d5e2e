package dev.understudy.delivery.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

import dev.understudy.delivery.Sentences;

/**
 * Lets every template tell what delivery has written down in the language of its page:
 * <code>#recorded.said(text)</code>.
 */
@Component
class RecordedDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

	private static final String NAME = "recorded";

	RecordedDialect() {
		super(NAME);
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return Set.of(NAME);
	}

	@Override
	public @Nullable Object buildObject(IExpressionContext context, String expressionObjectName) {
		return NAME.equals(expressionObjectName) ? new Recorded(context) : null;
	}

	@Override
	public boolean isCacheable(String expressionObjectName) {
		return true;
	}

	/** What is recorded, for one page. */
	public static final class Recorded {

		private final IExpressionContext page;

		Recorded(IExpressionContext page) {
			this.page = page;
		}

		/**
		 * Tells a recorded sentence.
		 * @param sentence as it was written down
		 * @return the same in the page's language
		 */
		public String said(String sentence) {
			return Sentences.in(this.page.getLocale(), sentence);
		}

	}

}
