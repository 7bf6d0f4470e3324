/** Makes the OpenAPI document say what the records mean. */
@NullMarked
package io.doorstep.platform.openapi;

import org.jspecify.annotations.NullMarked;
