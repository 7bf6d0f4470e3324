package io.doorstep.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.language.guard.Grounds;
import io.doorstep.language.guard.OutputGuard;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpanishPhrasingTest {

    private static final Voice VOICE = new Voice("Harbor & Pine", "Pine", Language.SPANISH, Talk.AUSTIN, "USD");
    private static final ZonedDateTime SATURDAY = ZonedDateTime.of(2026, 5, 16, 15, 30, 0, 0, ZoneOffset.UTC);

    private static String said(Speech speech) {
        return new LocalEngine().phrase(speech, VOICE);
    }

    private static String recap(String words) {
        return said(new Speech.Acknowledge(Talk.of(words).facts()));
    }

    @Test
    void a_conversation_opens_by_saying_that_an_automated_assistant_speaks() {
        assertThat(said(new Speech.Greeting())).isEqualTo("Hola, soy el asistente automático de Harbor & Pine.");
    }

    @Test
    void what_was_understood_is_said_back_in_one_sentence() {
        assertThat(recap(
                        "Hola, buscamos una casa de 3 recámaras cerca de Travis Heights, unos 650 mil, antes de que empiecen las clases,"
                                + " ya tenemos preaprobación"))
                .isEqualTo(
                        "Entendido: casa, 3 habitaciones, cerca de Travis Heights, unos $650,000, con preaprobación, antes de que empiecen"
                                + " las clases.");
        assertThat(recap("Quiero rentar, hasta 1,800 al mes, 1 baño y que acepten mascotas, sin alberca"))
                .isEqualTo("Entendido: busca alquilar, 1 baño, hasta $1,800 al mes, con mascotas, sin piscina.");
        assertThat(recap("por lo menos dos recámaras")).isEqualTo("Anotado: al menos 2 habitaciones.");
        assertThat(recap("gracias, hola")).isEmpty();
    }

    @Test
    void a_fact_that_was_told_in_english_is_said_back_in_spanish_too() {
        assertThat(recap("we want to sell our condo, paying cash for the next one"))
                .isEqualTo("Entendido: quiere vender, condominio, pago al contado.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-16T15:30Z, el sábado 16 de mayo a las 10:30 a. m.",
        "2026-05-16T18:00Z, el sábado 16 de mayo a la 1:00 p. m.",
        "2026-05-16T17:00Z, el sábado 16 de mayo a las 12:00 p. m.",
        "2026-12-01T06:05Z, el martes 1 de diciembre a las 12:05 a. m."
    })
    void a_time_is_said_in_the_zone_of_the_voice(ZonedDateTime start, String words) {
        assertThat(said(new Speech.Booked(start, null, "Ana Reyes")))
                .isEqualTo("Su visita está reservada para " + words + " Ana Reyes le recibirá allí.");
    }

    @Test
    void times_are_offered_one_after_the_other() {
        assertThat(said(new Speech.OfferSlots(
                        List.of(
                                new Offer.SlotOffer("a", SATURDAY, "x"),
                                new Offer.SlotOffer("b", SATURDAY.plusDays(1), "z")),
                        "Ana Reyes")))
                .isEqualTo(
                        "Hay horarios libres con Ana Reyes: el sábado a las 10:30 a. m. o el domingo a las 10:30 a. m."
                                + " ¿Cuál le viene bien?");
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void every_question_is_asked_in_spanish_without_exclamation(Question question) {
        for (var speech : List.of(new Speech.Ask(question), new Speech.Clarify(question))) {
            assertThat(Languages.isSpanish(said(speech))).as(said(speech)).isTrue();
            assertThat(said(speech)).doesNotContain("!", "¡");
        }
        var asked = said(new Speech.Ask(question));
        assertThat(OutputGuard.judge(asked, Grounds.of(asked, Language.SPANISH)))
                .isEmpty();
        assertThat(asked).startsWith("¿").endsWith("?");
    }

    @ParameterizedTest
    @EnumSource(
            value = Question.class,
            names = {"CONFIRM", "ANYTHING_ELSE", "VISIT", "LISTING", "MOTIVATION"},
            mode = EnumSource.Mode.EXCLUDE)
    void the_engine_knows_its_own_questions_again(Question question) {
        var context = new DialogueContext(
                List.of(new DialogueContext.Turn(Speaker.ASSISTANT, said(new Speech.Ask(question)))),
                null,
                List.of(),
                Map.of(),
                Talk.TODAY,
                Talk.AUSTIN,
                "USD",
                List.of(),
                List.of());

        assertThat(Heard.in(InSpanish.of("sí", context).context()).asked()).contains(question);
    }

    @Test
    void whatever_is_said_in_english_has_spanish_words() {
        for (var speech : plain()) {
            assertThat(said(speech)).isNotEqualTo(new LocalEngine().phrase(speech, english()));
            assertThat(said(speech)).doesNotContain("!", "¡", "  ");
            assertThat(OutputGuard.judge(said(speech), Grounds.of(said(speech), Language.SPANISH)))
                    .isEmpty();
        }
    }

    private static Voice english() {
        return new Voice(VOICE.agencyName(), VOICE.assistantName(), Language.ENGLISH, VOICE.zone(), VOICE.currency());
    }

    private static List<Speech> plain() {
        var home = new Offer.ListingOffer("1", "Casa Verde");
        return List.of(
                new Speech.Greeting(),
                new Speech.OfferListings(List.of()),
                new Speech.OfferListings(List.of(home)),
                new Speech.OfferListings(List.of(home, new Offer.ListingOffer("2", "12 Oak St"))),
                new Speech.OfferSlots(List.of(), null),
                new Speech.Booked(SATURDAY, "Casa Verde", "Ana Reyes"),
                new Speech.JustTaken(SATURDAY),
                new Speech.Cancelled(SATURDAY),
                new Speech.WelcomeBack("Ana", SATURDAY),
                new Speech.Noted(),
                new Speech.NoLongerOffered(),
                new Speech.WhichOne(List.of(new Offer.SlotOffer("a", SATURDAY, "x"))),
                new Speech.HandingOver(Speech.Cause.ASKED, null, null, SATURDAY.toLocalDate(), true),
                new Speech.HandingOver(Speech.Cause.DISTRESS, "Ana Reyes", SATURDAY, SATURDAY.toLocalDate(), false),
                new Speech.FairHousingAnswer(),
                new Speech.DontKnow(),
                new Speech.OptedOut(),
                new Speech.Apology(),
                new Speech.TooLong(4000),
                new Speech.Farewell());
    }
}
