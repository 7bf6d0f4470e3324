/** What a member sees of the agency: the choice, and which live events reach whom. */
@org.jspecify.annotations.NullMarked
package io.doorstep.identity.sight;
