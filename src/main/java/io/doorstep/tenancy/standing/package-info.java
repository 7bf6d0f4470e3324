/** How an agency stands (active, suspended, closing), and the door that a closed one does not pass. */
@NullMarked
package io.doorstep.tenancy.standing;

import org.jspecify.annotations.NullMarked;
