package io.doorstep.cli;

import io.doorstep.identity.token.SigningKeys;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "rotate-signing-key",
        description =
                "Let a new key sign access tokens from now on. Nobody is signed out; the old key verifies until its tokens have ended.")
class RotateSigningKeyCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        // With its web side, which some rooms are wired to, on a port that nobody is told; the tasks stay with the
        // server.
        try (var installation = Installation.join();
                var context = installation
                        .application()
                        .run("--server.port=0", "--server.address=127.0.0.1", "--doorstep.tasks.threads=0")) {
            System.out.println("Key " + context.getBean(SigningKeys.class).rotate() + " signs from now on.");
        }
        return 0;
    }
}
