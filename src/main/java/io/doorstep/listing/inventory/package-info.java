/** All listings of an agency whatever their status: the screen, and files in and out in the names of the RESO Data Dictionary. */
@NullMarked
package io.doorstep.listing.inventory;

import org.jspecify.annotations.NullMarked;
