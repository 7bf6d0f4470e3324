/**
 * The life of a whole agency: suspended, exported, moved to another server, erased. What belongs to an agency is read from the database's own
 * catalog, so that a table is exported and erased from the day it is added. Speaks as the keeper, in tasks and commands, never in a request.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"identity", "identity :: *", "tenancy", "platform", "platform :: *"},
        type = ApplicationModule.Type.OPEN)
package io.doorstep.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
