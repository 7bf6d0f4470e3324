/**
 * What an agency wants its assistant to say about how it works: short articles, found by a lead's question and said word for word. Where
 * no article covers what is asked, nothing is said.
 */
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity"})
@NullMarked
package io.doorstep.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
