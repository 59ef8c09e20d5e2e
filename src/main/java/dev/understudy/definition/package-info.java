/**
 * The language of the product: the definition of a shadow test as a JSON document, the
 * rules it is judged by, what they find, and its canonical form. Plain Java and Jackson's
 * tree model.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.understudy.definition;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
