/**
 * Understanding and phrasing text: turns what a person wrote into typed facts with quoted evidence, and what the
 * assistant means into sentences. It decides nothing and stores nothing; a language model behind {@link
 * io.doorstep.language.LanguageEngine} could do no more.
 *
 * <p>The built-in {@link io.doorstep.language.LocalEngine} needs no network, no key and no Spring. The same text in
 * the same context gives the same facts.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.doorstep.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
