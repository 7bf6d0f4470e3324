/**
 * What may not be asked of the assistant, and what it may not say. Pure: the same words give the same judgement, on any engine.
 *
 * <p>The rules are text, in {@code src/main/resources/guard}, for people who know fair housing better than Java; {@link
 * io.doorstep.language.guard.RuleBook} explains how they are written. A judgement names its rule and the rules' version, so that a line in the log can
 * be traced to the wording that made it.
 */
@NullMarked
@NamedInterface("guard")
package io.doorstep.language.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
