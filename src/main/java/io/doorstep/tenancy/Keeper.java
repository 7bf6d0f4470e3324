package io.doorstep.tenancy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks what speaks as {@code doorstep_keeper}: a whole agency at once, to export, import or erase it. Bound to one agency per transaction by the
 * same policy as the app. Only the room {@code lifecycle} may use it (ArchitectureTest), and never while a request is served.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Keeper {}
