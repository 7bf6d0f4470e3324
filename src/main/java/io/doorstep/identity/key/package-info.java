/** An agency's keys for other programs: what they look like, what each may do, and who made them. */
@NullMarked
package io.doorstep.identity.key;

import org.jspecify.annotations.NullMarked;
