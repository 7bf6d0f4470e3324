/** Homes that an agency offers, and which of them fit what a lead wishes for. */
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity"})
@NullMarked
package io.doorstep.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
