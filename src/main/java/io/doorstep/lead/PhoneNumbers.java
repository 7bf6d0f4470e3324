package io.doorstep.lead;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers: E.164 inside, the country's own way of writing outside. */
final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** Where a number without a country code is from: the country that the agency's currency names. */
    static String regionOf(String currency) {
        return switch (currency) {
            case "USD" -> "US";
            case "GBP" -> "GB";
            case "CAD" -> "CA";
            case "AUD" -> "AU";
            case "NZD" -> "NZ";
            case "CHF" -> "CH";
            case "SEK" -> "SE";
            case "NOK" -> "NO";
            case "DKK" -> "DK";
            case "PLN" -> "PL";
            case "INR" -> "IN";
            case "SGD" -> "SG";
            case "ZAR" -> "ZA";
            case "AED" -> "AE";
            default -> "ZZ"; // several countries share it: only a number with its country code is sure
        };
    }

    /** Possible, not valid: numbers made up for films and tests (555-01xx) are kept; a wrong length is not. */
    static Optional<String> normalise(String text, String region) {
        try {
            var number = NUMBERS.parse(text, region);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    static String display(String e164) {
        try {
            var number = NUMBERS.parse(e164, "ZZ");
            return NUMBERS.format(
                    number,
                    number.getCountryCode() == 1 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException notANumber) {
            return e164;
        }
    }
}
