/** Where a person is signed in: seeing it and ending it. */
@NullMarked
package io.doorstep.identity.session;

import org.jspecify.annotations.NullMarked;
