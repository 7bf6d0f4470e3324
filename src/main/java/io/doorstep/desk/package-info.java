/** What a member looks at where a screen joins several rooms: reads only; what is written goes through the room that owns it. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.doorstep.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
