package io.doorstep.cli.agency;

import io.doorstep.identity.SignUp;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Found an agency for somebody; prints a password for its owner, once.")
class CreateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SLUG")
    private String slug = "";

    @Option(names = "--name", required = true, description = "The agency's name.")
    private String name = "";

    @Option(
            names = "--owner",
            required = true,
            paramLabel = "E-MAIL",
            description = "Who will own it; somebody without an account here.")
    private String email = "";

    @Option(names = "--owner-name", required = true)
    private String ownerName = "";

    @Option(names = "--time-zone", defaultValue = "America/Chicago", description = "Such as ${DEFAULT-VALUE}.")
    private ZoneId zone = ZoneId.of("America/Chicago");

    @Option(names = "--currency", defaultValue = "USD", description = "Such as ${DEFAULT-VALUE}.")
    private String currency = "";

    @Override
    public Integer call() throws Exception {
        var bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return Beside.theServer(context -> {
            context.getBean(SignUp.class)
                    .found(new SignUp.Request(name, slug, zone, currency, ownerName, email, password, false));
            System.out.printf(
                    "%s is founded.%n  sign in as  %s%n  with        %s%nGive it to its owner, who should change it after signing in.%n",
                    name, email, password);
            return 0;
        });
    }
}
