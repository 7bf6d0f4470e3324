package io.doorstep.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Closed classes of general English that several readers share. No place, person or property is listed here. */
final class Vocabulary {

    static final String NUMBER = "(?:\\d{1,2}(?:\\.5)?|one|two|three|four|five|six|seven|eight|nine|ten|single|couple)";

    static final String WEEKDAY =
            "(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
                    // as they are often mistyped
                    + "|t(?:eu|u|ue)s?e?day|we(?:d|n|dn|nd|dne)s?e?s?day|th(?:u|ru|ir|usr)s?day|firday|sat(?:er|ru|u)day)";

    static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static final Map<String, Double> NUMBERS = Map.ofEntries(
            Map.entry("one", 1.0),
            Map.entry("single", 1.0),
            Map.entry("two", 2.0),
            Map.entry("couple", 2.0),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0));

    /** Words that are never part of the name of a place or a home. */
    static final Set<String> PLAIN = words("""
            a about actually after again all allow allowed allows also am an and another any anymore anything
            anytime anywhere apartment apartments appointment are area areas around as at available awesome be
            because bed bedroom bedrooms beds bath baths bathroom bathrooms before best book booking both budget
            but buy buying by called can case check city close cost costs could date day dear did different do
            does dog dogs dollars don't else especially every everything excellent exactly family few fine find
            first flat for found free from front furnished garage general get give go going good great had happy
            has have having he hello help her here hey hi his hotel house houses how i i'd i'll i'm i've if in
            instead interested into is it it's its just kind know large later laundry let let's like listing
            little live located location look looking lot lots love make many march matches may maybe me mind
            mine more most move much my name named near nearby need new next nice no nope not now number of off
            ok okay on one ones only option options or other our out over parking particular per perfect person
            pet pets phone place places please possible possibly prefer preferably price property probably
            properties really rent renting results room rooms same schedule search see sell she should show
            small so some somebody someone something somewhere soon sorry sounds sure take tell than thank
            thanks that that's the their them then there there's these they thing think this those three time to
            today together tomorrow too total tour town try two under unit until up us very via view viewing
            visit want was way we we're week well were what what's when where which while who why will with
            within without work works would yeah yep yes yet you your yup
            market process hurry rush cash school future summer spring fall autumn winter year years month months weeks
            days minutes order addition touch contact detail details line particular budget mortgage town person private public
            building buildings complex kitchen bathroom hand total accept accepts vicinity spot
            add added worry region regions vicinity neighborhood neighbourhood suburb suburbs state country talking
            outside inside upstairs downstairs zip code probate escrow foreclosure trouble debt shape condition advance writing
            clearer actual anyone nothing none bit reach contact calendar""");

    static final Pattern CALENDAR_WORD =
            Pattern.compile("(?:" + MONTH + "|" + WEEKDAY + "|noon|morning|afternoon|evening|tonight|weekend)");

    private Vocabulary() {}

    /** The words of a text block, as a set. */
    static Set<String> words(String block) {
        return Set.copyOf(List.of(block.strip().split("\\s+")));
    }

    static double number(String word) {
        var known = NUMBERS.get(word);
        return known != null ? known : Double.parseDouble(word);
    }

    /** A map in the order given, so that the same facts are the same JSON to the byte. */
    static Map<String, Object> ordered(String key, Object value, String secondKey, Object secondValue) {
        var map = new LinkedHashMap<String, Object>();
        map.put(key, value);
        map.put(secondKey, secondValue);
        return Collections.unmodifiableMap(map);
    }

    /** A whole number stays whole in JSON and on screens. */
    static Number plain(double value) {
        return value == Math.rint(value) ? (Number) (int) value : (Number) value;
    }
}
