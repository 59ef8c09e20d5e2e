package dev.understudy.shell;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The statuses a route refuses with, beside those every route has: 400, 401 and 403. For
 * the description of the API.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

	/**
	 * HTTP statuses with a problem as body.
	 * @return each of them once
	 */
	int[] value();

}
