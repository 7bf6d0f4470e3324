/**
 * Who the person is: leads, their contact points, their consents, and how they are found again by name, phone or e-mail.
 *
 * <p>A lead is unique in its agency by contact point. An address that another lead already owns is never taken away from
 * it: the newcomer is noted as folded into the owner.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity"})
package io.doorstep.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
