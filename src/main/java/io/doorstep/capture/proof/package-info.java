/** What the open door asks of strangers while it is rushed: a proof of work (ALTCHA), or patience where no script runs. */
@NullMarked
package io.doorstep.capture.proof;

import org.jspecify.annotations.NullMarked;
