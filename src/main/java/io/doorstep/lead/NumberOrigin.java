package io.doorstep.lead;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import io.doorstep.lead.QuietHours.Whereabouts;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the owner of a number may be: the zones of its area code, with the zone of what else is known of them. People move and keep numbers. */
public final class NumberOrigin {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final PhoneNumberToTimeZonesMapper ZONES = PhoneNumberToTimeZonesMapper.getInstance();
    private static final PhoneNumberOfflineGeocoder PLACES = PhoneNumberOfflineGeocoder.getInstance();

    /** A toll-free number stands for a continent, and says nothing. */
    private static final int MOST_ZONES = 6;

    /** The geocoder writes a state's area codes in full ("Florida"), those of a town with it ("Miami, FL"). */
    private static final Map<String, String> STATES = Map.of(
            "Florida", "FL",
            "Maryland", "MD",
            "Mississippi", "MS",
            "New Jersey", "NJ",
            "Oklahoma", "OK",
            "Connecticut", "CT",
            "Texas", "TX",
            "Rhode Island", "RI");

    private NumberOrigin() {}

    /** @param elsewhere the zone of the lead's page or of the agency */
    public static Whereabouts of(String e164, ZoneId elsewhere) {
        try {
            var number = NUMBERS.parse(e164, "ZZ");
            var zones = ZONES.getTimeZonesForNumber(number).stream()
                    .filter(ZoneId.getAvailableZoneIds()::contains)
                    .filter(zone -> !zone.startsWith("Etc/"))
                    .map(ZoneId::of)
                    .collect(Collectors.toSet());
            var known = zones.isEmpty() || zones.size() > MOST_ZONES ? QuietHours.CONTINENTAL : zones;
            var all = new HashSet<>(known);
            all.add(elsewhere);
            return new Whereabouts(all, stateOf(PLACES.getDescriptionForNumber(number, Locale.ENGLISH)));
        } catch (NumberParseException notANumber) {
            return new Whereabouts(Set.of(), null);
        }
    }

    private static @Nullable String stateOf(String place) {
        var comma = place.lastIndexOf(", ");
        return comma >= 0 && place.length() == comma + 4 ? place.substring(comma + 2) : STATES.get(place);
    }
}
