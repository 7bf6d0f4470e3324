package io.doorstep.identity;

/** Content security policies. Scripts come from our origin only; nothing inline runs. */
final class Csp {

    static final String APP =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private Csp() {}
}
