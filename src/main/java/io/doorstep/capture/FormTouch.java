package io.doorstep.capture;

import io.doorstep.lead.ConsentChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filled-in form of the capture page, judged to be well-formed.
 *
 * @param clientKey made with the page, so that sending it twice is one touch
 * @param raw the fields as they were sent
 * @param message what the person wrote, or what the form says for them
 * @param consents the boxes that were ticked
 * @param trapped the field that only robots fill was filled
 * @param patient it was long enough with the person to have been written by one, as our own seal shows
 * @param proof of work, where one was asked for
 */
public record FormTouch(
        String clientKey,
        String raw,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        String message,
        Set<ConsentChannel> consents,
        boolean trapped,
        boolean patient,
        @Nullable String proof,
        Sender sender) {}
