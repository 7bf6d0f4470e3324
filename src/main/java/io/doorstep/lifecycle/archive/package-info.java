/** An agency as one file: written from one consistent snapshot, checked to the last byte before a row of it is taken in. */
@NullMarked
package io.doorstep.lifecycle.archive;

import org.jspecify.annotations.NullMarked;
