package io.doorstep.lead;

/** One address of a lead, normalised: E.164 for a phone, lower case for an e-mail. */
public record ContactPoint(ContactKind kind, String value) {

    /** The value as people write it: {@code (512) 555-0148}. */
    public String display() {
        return switch (kind) {
            case EMAIL -> value;
            case PHONE -> PhoneNumbers.display(value);
        };
    }
}
