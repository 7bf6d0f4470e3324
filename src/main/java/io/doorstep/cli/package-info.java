/** The commands of {@code ./doorstep}. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.doorstep.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
