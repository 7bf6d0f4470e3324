package io.doorstep.booking;

/** How an appointment ended. */
public enum Outcome {
    COMPLETED(Appointment.Status.COMPLETED),
    NO_SHOW(Appointment.Status.NO_SHOW);

    final Appointment.Status status;

    Outcome(Appointment.Status status) {
        this.status = status;
    }
}
