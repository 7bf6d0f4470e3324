/** What every room stands on and what knows no domain word: clock, ids, refusals as problems, paging, signed tokens, database roles. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package io.doorstep.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
