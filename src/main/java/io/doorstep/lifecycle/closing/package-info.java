/** An owner's way out: the agency is closed at once and erased after a while in which that can be taken back. */
@NullMarked
package io.doorstep.lifecycle.closing;

import org.jspecify.annotations.NullMarked;
