/**
 * Takes in whatever reaches an agency: the web chat, the plain form, a member's own entry. Each inbound event is a raw touch before anything
 * reads it, and touch, lead, conversation, message and the assistant's turn are one transaction: after a 2xx all of them are
 * there, before it none.
 *
 * <p>The accounting of touches: each ends as a new lead, merged into a known lead, or rejected with its reason.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "lead", "conversation", "model"})
package io.doorstep.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
