package io.doorstep.platform.database;

/** The roles that the running application logs in as. None owns anything, none bypasses row level security. */
public enum DatabaseRole {
    APP("doorstep_app"),
    AGENT("doorstep_agent"),
    GATE("doorstep_gate"),
    WORKER("doorstep_worker"),
    KEEPER("doorstep_keeper");

    private final String login;

    DatabaseRole(String login) {
        this.login = login;
    }

    public String login() {
        return login;
    }
}
