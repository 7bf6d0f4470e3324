/** The team: invitations, roles, who leaves and who comes back. */
@NullMarked
package io.doorstep.identity.team;

import org.jspecify.annotations.NullMarked;
