/** Reports over what the rooms below have written. Reads only; owns no decision. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "pipeline"})
package io.doorstep.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
