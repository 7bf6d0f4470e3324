/**
 * The pipeline as a state machine. Stages and transitions are versioned data of the agency; {@link io.doorstep.pipeline.Decide} judges a
 * move as a pure function; the database repeats the map with foreign keys, so that a stage is skipped neither by the API nor by an import,
 * an automation or raw SQL. Every open deal has exactly one next action.
 *
 * <p>{@link io.doorstep.pipeline.Appointments} is what this room needs to know of the calendar; booking implements it.
 */
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "lead", "conversation", "qualification"})
@NullMarked
package io.doorstep.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
