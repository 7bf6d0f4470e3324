/**
 * The scorecard as its agency tunes it: a draft, who of its own leads would move and why, publishing, and the scoring anew that follows.
 */
@NullMarked
package io.doorstep.qualification.editor;

import org.jspecify.annotations.NullMarked;
