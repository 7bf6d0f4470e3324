/**
 * Plays the lead's side of recorded dialogues against a running server, as visitors would, and then accounts for every message: sent,
 * acknowledged, stored exactly once, answered. Knows the server by its HTTP API alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.doorstep.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
