package io.doorstep.booking;

import io.doorstep.tenancy.Agencies;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The download of one appointment. */
@Component
class CalendarFile {

    private static final MediaType ICALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Agencies agencies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarFile(Agencies agencies, TransactionTemplate transaction, Clock clock) {
        this.agencies = agencies;
        this.transaction = transaction;
        this.clock = clock;
    }

    ResponseEntity<String> of(AppointmentView appointment) {
        var agency = transaction.execute(_ -> agencies.current().name());
        return ResponseEntity.ok()
                .contentType(ICALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("appointment.ics")
                                .build()
                                .toString())
                .body(CalendarEntry.of(appointment, agency, clock.instant()));
    }
}
