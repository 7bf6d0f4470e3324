/** Hands out the web app: its files, and its one page with the data of the first view inside. Knows routes and API paths, no room. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package io.doorstep.webapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
