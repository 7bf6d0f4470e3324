/** The database around the application: embedded server, roles, migrations. Nothing in here serves a request. */
@NullMarked
package io.doorstep.platform.database;

import org.jspecify.annotations.NullMarked;
