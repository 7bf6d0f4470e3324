/**
 * Attacks on tenant isolation, generated from the database's own catalog, so that a table is attacked from the day it is added.
 * {@code ./doorstep verify-isolation} runs them against any configured database; the tests run them against every migration, and
 * against a schema that is broken on purpose.
 *
 * <p>No attack commits a business row: each runs as {@code doorstep_app} in a transaction that is rolled back. Only three look-up rows of
 * the probe's own agencies are committed, because other connections' keys need them; they are removed at the end, and swept at
 * the next run if that end was never reached. Rows of existing agencies are neither written nor locked for long.
 *
 * <p>Statements are put together from identifiers that {@code quote_ident} has quoted; that is the one reason why SQL is built from parts here.
 */
@NullMarked
@NamedInterface("isolation")
package io.doorstep.tenancy.isolation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
