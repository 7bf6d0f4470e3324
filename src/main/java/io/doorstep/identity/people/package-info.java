/** Users of the platform, for what happens to all people of an agency at once. */
@NullMarked
@NamedInterface("people")
package io.doorstep.identity.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
