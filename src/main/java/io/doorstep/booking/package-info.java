/**
 * Availability and appointments: working hours, free slots, and the bookings that the database keeps from overlapping. A
 * booking moves its deal, so booking may call {@code pipeline} beside it; pipeline asks back only through interfaces of its own.
 */
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "lead", "listing", "pipeline"})
@NullMarked
package io.doorstep.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
