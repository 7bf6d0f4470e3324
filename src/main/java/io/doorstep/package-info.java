/** Doorstep: from first touch to booked appointment to closed deal, and no lead lost on the way. */
@NullMarked
package io.doorstep;

import org.jspecify.annotations.NullMarked;
