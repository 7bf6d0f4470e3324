/** The tables of an agency, as the catalog describes them. */
@NullMarked
package io.doorstep.lifecycle.schema;

import org.jspecify.annotations.NullMarked;
