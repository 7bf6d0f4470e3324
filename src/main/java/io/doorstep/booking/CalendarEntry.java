package io.doorstep.booking;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import java.time.Instant;
import java.util.Date;

/** An appointment as iCalendar (RFC 5545), for the calendar of whoever downloads it. Pure. */
final class CalendarEntry {

    private CalendarEntry() {}

    /** The same appointment keeps its UID, and each change of it a higher SEQUENCE, so that calendars update it in place. */
    static String of(AppointmentView appointment, String agency, Instant now) {
        var cancelled = appointment.status() == Appointment.Status.CANCELLED;
        var event = new VEvent();
        event.setUid(appointment.id() + "@doorstep");
        event.setSequence(appointment.version() - 1);
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(appointment.startsAt().toInstant()), true);
        event.setDateEnd(Date.from(appointment.endsAt().toInstant()), true);
        event.setSummary(title(appointment, agency));
        if (appointment.place() != null) event.setLocation(appointment.place());
        event.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
        var calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Doorstep//Doorstep//EN");
        calendar.setMethod(cancelled ? Method.cancel() : Method.publish());
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }

    /** Says nothing about the lead: the file goes to both sides. */
    static String title(AppointmentView appointment, String agency) {
        var what = switch (appointment.kind()) {
            case VIEWING -> appointment.listingName() == null ? "Viewing" : "Viewing of " + appointment.listingName();
            case CALL -> "Call";
            case CONSULT -> "Meeting";
        };
        return "%s with %s, %s".formatted(what, appointment.member().name(), agency);
    }
}
