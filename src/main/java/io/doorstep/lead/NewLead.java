package io.doorstep.lead;

import org.jspecify.annotations.Nullable;

/** A lead to be made. An anonymous visitor has no name yet. */
public record NewLead(Source source, @Nullable String name, boolean synthetic) {

    public static NewLead anonymous(Source source) {
        return new NewLead(source, null, false);
    }
}
