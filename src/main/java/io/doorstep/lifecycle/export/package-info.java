/** An agency's own copy of its data: asked for by an owner, made by a task, fetched for a day. */
@NullMarked
package io.doorstep.lifecycle.export;

import org.jspecify.annotations.NullMarked;
