/**
 * A language model beside the built-in engine: proposes facts and words over any OpenAI-compatible API, within the agency's budget and the
 * turn's time. What it proposes is checked by code against the lead's words; whatever fails, the built-in engine's result stands.
 *
 * <p>No connection is held while a model is called: what a call needs is read before it, what it cost is written after it.
 */
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "language", "language :: guard"})
@NullMarked
package io.doorstep.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
