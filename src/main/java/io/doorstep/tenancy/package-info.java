/**
 * The agency as the unit of isolation: {@link io.doorstep.tenancy.TenantScope} says for whom code runs, {@link io.doorstep.tenancy.TenantTransactions}
 * is the only door to a connection and tells the database, row level security does the rest. Durable tasks and live updates carry their
 * tenant from here.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "platform :: *"},
        type = ApplicationModule.Type.OPEN)
package io.doorstep.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
