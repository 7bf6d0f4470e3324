package io.doorstep.lead;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what people type into a contact point. */
final class Addresses {

    // Sure enough to keep, loose enough not to argue: one @, no spaces, a dot in the host. Only a sent mail proves an
    // address.
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}{2,63}");

    private Addresses() {}

    static Optional<ContactPoint> read(ContactKind kind, String text, String region) {
        return switch (kind) {
            case EMAIL -> email(text);
            case PHONE -> PhoneNumbers.normalise(text, region).map(value -> new ContactPoint(kind, value));
        };
    }

    static String objection(ContactKind kind) {
        return switch (kind) {
            case EMAIL -> "is not an e-mail address like name@example.com";
            case PHONE -> "is not a phone number; write it with its area code, or with + and the country code";
        };
    }

    private static Optional<ContactPoint> email(String text) {
        var address = text.strip().toLowerCase(Locale.ROOT);
        return address.length() <= 254 && EMAIL.matcher(address).matches()
                ? Optional.of(new ContactPoint(ContactKind.EMAIL, address))
                : Optional.empty();
    }
}
