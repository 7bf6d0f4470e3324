package io.doorstep.identity;

/**
 * Content security policies. Scripts come from our origin only; nothing inline runs, and no text becomes markup or code: there is no Trusted
 * Types policy that could make it so.
 */
public final class Csp {

    public static final String NO_MARKUP_FROM_TEXT = "require-trusted-types-for 'script'; trusted-types 'none'";

    static final String APP =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
                    + NO_MARKUP_FROM_TEXT;

    private Csp() {}
}
