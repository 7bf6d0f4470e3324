package io.doorstep.language;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the assistant says last before a person takes over: why, who, and truthfully when. */
final class HandoverWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);

    private HandoverWords() {}

    static String of(Speech.HandingOver handing, Voice voice) {
        return "%s %s%s".formatted(why(handing.cause()), who(handing, voice), otherWay(handing));
    }

    private static String why(Speech.Cause cause) {
        return switch (cause) {
            case ASKED -> "Of course.";
            case FEES -> "Fees are for a person to go through with you.";
            case PRICE_OPINION -> "What a home is worth is for a person to look into with you.";
            case LEGAL_ADVICE -> "I can't give legal advice.";
            case MORTGAGE_ADVICE -> "I can't give advice on mortgages.";
            case NEGOTIATES -> "Offers and terms are for a person to discuss with you.";
            case DISTRESS -> "I'm sorry to hear that.";
            case COMPLAINT -> "I'm sorry that this has not gone well.";
            case UNSURE -> "I'm not getting this right.";
            case OTHER -> "That is best answered by a person.";
        };
    }

    private static String who(Speech.HandingOver handing, Voice voice) {
        var to = handing.to();
        var back = handing.back();
        if (back == null) {
            return to == null
                    ? "I've asked a person at %s to join, and I stay quiet from here.".formatted(voice.agencyName())
                    : "I've asked %s to join, and I stay quiet from here.".formatted(to);
        }
        var there = back.withZoneSameInstant(voice.zone());
        var day = there.toLocalDate().equals(handing.today())
                ? "today"
                : there.toLocalDate().equals(handing.today().plusDays(1)) ? "tomorrow" : "on " + DAY.format(there);
        var time = TIME.format(there);
        return to == null
                ? "A person at %s will answer you here, from %s at %s. I stay quiet from here."
                        .formatted(voice.agencyName(), day.replaceFirst("^on ", ""), time)
                : "%s will answer you here and is back %s at %s. I stay quiet from here.".formatted(to, day, time);
    }

    private static String otherWay(Speech.HandingOver handing) {
        return handing.reachable() || handing.back() == null
                ? ""
                : " If you leave a phone number or an e-mail, you can be reached there too.";
    }
}
