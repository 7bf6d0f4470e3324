/** Two demo agencies with synthetic history, for newcomers, screenshots and benches. A command, never a migration. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.doorstep.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
