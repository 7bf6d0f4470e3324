/**
 * What is known about a lead and how promising that is: facts with their evidence, appended and superseded but never overwritten, and the
 * score that one version of the scorecard makes of them. The same facts and the same version give the same score, to the byte: no
 * scoring reads a clock or counts anything that is not a fact. A grade that a member gives by hand stands beside it.
 */
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "lead"})
@NullMarked
package io.doorstep.qualification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
