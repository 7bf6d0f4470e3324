package io.doorstep.listing.inventory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may happen to a home, with the values of RESO's StandardStatus that mean it. Only an active home is offered. */
enum Status {
    ACTIVE("Active", "active"),
    PENDING("Pending", "pending", "active under contract", "under contract", "contingent", "let agreed", "sold stc"),
    SOLD("Closed", "closed", "sold", "leased", "rented", "let"),
    WITHDRAWN(
            "Withdrawn",
            "withdrawn",
            "canceled",
            "cancelled",
            "expired",
            "hold",
            "coming soon",
            "incomplete",
            "delete");

    private final String standard;
    private final Set<String> values;

    Status(String standard, String... values) {
        this.standard = standard;
        this.values = Set.of(values);
    }

    /** As RESO writes it. */
    String standard() {
        return standard;
    }

    static Optional<Status> of(String value) {
        var folded = value.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(status -> status.values.contains(folded))
                .findFirst();
    }
}
