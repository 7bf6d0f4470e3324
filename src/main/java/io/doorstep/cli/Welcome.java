package io.doorstep.cli;

/** What a newcomer reads when the server is up. */
final class Welcome {

    private Welcome() {}

    static String text(String origin, long millis, boolean withDemo) {
        var text = "\nDoorstep is up after %.1f s: %s\n".formatted(millis / 1000.0, origin);
        return withDemo ? text + """

                  Demo agencies (synthetic data), password for all: doorstep-demo
                    Harbor & Pine, Austin    broker  grace@harbor-pine.example
                                             agent   ana@harbor-pine.example
                    Linden Row, London       broker  edith@linden-row.example

                  Try it
                    an agency's web page with the chat   %1$s/demo/harbor-pine
                    a hosted capture page                %1$s/c/harbor-pine
                    the web app                          %1$s/sign-in
                    found an agency of your own          %1$s/sign-up

                Stop with Ctrl-C; the data stays.
                """.formatted(origin) : text + "  Found an agency: " + origin + "/sign-up\n";
    }
}
