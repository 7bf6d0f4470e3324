package io.doorstep.identity.mfa;

import io.doorstep.identity.Role;

/** Whom an agency asks for a second factor. */
enum Required {
    NOBODY,
    ADMINS,
    EVERYONE;

    boolean binds(Role role) {
        return switch (this) {
            case NOBODY -> false;
            case ADMINS -> role == Role.OWNER || role == Role.ADMIN;
            case EVERYONE -> true;
        };
    }
}
