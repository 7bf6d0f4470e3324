/** The end of an agency: every row of it, in every table, and nothing of another. */
@NullMarked
package io.doorstep.lifecycle.erasure;

import org.jspecify.annotations.NullMarked;
