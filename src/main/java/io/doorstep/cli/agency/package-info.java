/** {@code ./doorstep agency ...}: the life of an agency in the operator's hands. */
@NullMarked
package io.doorstep.cli.agency;

import org.jspecify.annotations.NullMarked;
