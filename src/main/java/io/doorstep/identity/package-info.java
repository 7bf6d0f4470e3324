/** Who acts: users, members and roles of an agency, sign-up, sessions, tokens. The gate's look-ups before a tenant is known live here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenancy", "platform", "platform :: *"})
package io.doorstep.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
