/** E-mail from the platform: sign-in links, invitations, notices. */
@NullMarked
package io.doorstep.tenancy.mail;

import org.jspecify.annotations.NullMarked;
