/** When a second factor is asked for, of whom, and what a person does about theirs: the second step at sign-in, the agency's policy, step-up. */
@NullMarked
package io.doorstep.identity.mfa;

import org.jspecify.annotations.NullMarked;
