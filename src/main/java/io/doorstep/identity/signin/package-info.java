/** Ways to come in and to get a new password: changing it, one-time links by e-mail, the limits on trying. */
@NullMarked
package io.doorstep.identity.signin;

import org.jspecify.annotations.NullMarked;
