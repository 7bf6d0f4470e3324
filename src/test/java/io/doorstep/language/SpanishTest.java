package io.doorstep.language;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanishTest {

    private static final ZonedDateTime SATURDAY = ZonedDateTime.of(2026, 5, 16, 15, 30, 0, 0, java.time.ZoneOffset.UTC);

    record Message(String asked, String words, String facts, String intents) {

        static Message of(String line) {
            var parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Message(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
        }

        @Override
        public String toString() {
            return words;
        }
    }

    static List<Message> messages() throws IOException {
        try (var table = Objects.requireNonNull(SpanishTest.class.getResourceAsStream("spanish.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Message::of)
                    .toList();
        }
    }

    private static Talk talk() {
        return new Talk()
                .in("Travis Heights", "Zilker", "Hyde Park", "Downtown", "Bouldin Creek")
                .listing("2104 Alta Vista Ave", "Casa Verde")
                .said("Hola, quiero informes");
    }

    private static Understanding understood(Message message) {
        var talk = talk();
        if (!message.asked.isEmpty()) talk.asking(Question.valueOf(message.asked));
        return talk.lead(message.words);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_spanish_message_gives_the_same_facts_and_intents_as_its_english_twin(Message message) {
        var understanding = understood(message);

        var shown = understanding.facts().stream().collect(toMap(FactProposal::key, FactProposal::display));
        for (var fact : message.facts.split("; ")) {
            if (!fact.isEmpty()) assertThat(shown).containsEntry(fact.split(" = ")[0], fact.split(" = ")[1]);
        }
        assertThat(marks(understanding)).containsAll(words(message.intents));
        assertThat(understanding.language()).isEqualTo(Language.SPANISH);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void every_fact_is_quoted_in_the_leads_own_words(Message message) {
        for (var fact : understood(message).facts()) {
            assertThat(fact.standsIn(message.words)).as(fact.key()).isTrue();
            assertThat(fact.quote()).doesNotStartWith(" ").doesNotEndWith(" ");
        }
    }

    @Test
    void most_messages_are_understood_without_their_accents_too() throws IOException {
        for (var message : messages()) {
            var plain = new Message(
                    message.asked,
                    java.text.Normalizer.normalize(message.words, java.text.Normalizer.Form.NFD)
                            .replaceAll("\\p{Mn}", ""),
                    "",
                    "");

            assertThat(keys(understood(plain))).as(plain.words).isEqualTo(keys(understood(message)));
        }
    }

    private static Set<String> keys(Understanding understanding) {
        return understanding.facts().stream().map(FactProposal::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> marks(Understanding understanding) {
        var marks = understanding.intents().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        if (understanding.affirmed()) marks.add("YES");
        if (understanding.denied()) marks.add("NO");
        if (understanding.rejectedOffers()) marks.add("OTHERS");
        return marks;
    }

    private static List<String> words(String intents) {
        return Stream.of(intents.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    @Test
    void the_language_is_kept_as_a_fact_once() {
        var talk = new Talk();

        assertThat(Talk.value(talk.lead("Hola, busco casa"), "contact.language"))
                .isEqualTo("es");
        assertThat(Talk.value(talk.lead("tres recámaras, por favor"), "contact.language"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "yes", "2", "Zilker", "ok thanks", "👍", "(512) 555-0199", "Nora Vale"})
    void a_few_words_of_any_language_do_not_end_spanish(String words) {
        assertThat(new Talk().said("Hola, busco casa").lead(words).language()).isEqualTo(Language.SPANISH);
    }

    @Test
    void an_english_sentence_ends_spanish() {
        var back = new Talk().said("Hola, busco casa").lead("Actually I need a house with three bedrooms");

        assertThat(back.language()).isEqualTo(Language.ENGLISH);
        assertThat(Talk.value(back, "contact.language")).isEqualTo("en");
    }

    @Test
    void whoever_asks_for_spanish_is_answered_in_spanish() {
        var talk = new Talk();

        assertThat(talk.lead("Do you speak Spanish?").language()).isEqualTo(Language.SPANISH);
        assertThat(talk.lead("I need a house with three bedrooms").language()).isEqualTo(Language.SPANISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi, I'm looking for a 2 bedroom in Casa Linda",
                "El Paso",
                "La Jolla or Los Altos",
                "Do you have anything in Los Altos?",
                "we'd like to see the one on Las Palmas Ave",
                "No",
                "a patio",
                "I like San Jose",
                "casa"
            })
    void english_with_spanish_names_stays_english(String words) {
        assertThat(Talk.after("Which area do you have in mind?").lead(words).language())
                .isEqualTo(words.equals("casa") ? Language.SPANISH : Language.ENGLISH);
    }

    @Test
    void names_of_places_and_homes_are_not_translated() {
        var understanding = talk().lead("Me interesa Casa Verde, cerca de Bouldin Creek");

        assertThat(Talk.value(understanding, "listingRef")).isEqualTo(java.util.Map.of("name", "Casa Verde"));
        assertThat(Talk.value(understanding, "areas")).isEqualTo(List.of("Bouldin Creek"));
    }

    @Test
    void an_offer_is_taken_by_its_place_or_its_time() {
        var offers = new Offer[] {
            new Offer.SlotOffer("a", SATURDAY, "Saturday 10:30"),
            new Offer.SlotOffer("b", SATURDAY.plusDays(1), "Sunday 10:30")
        };

        assertThat(talk().offering(offers).lead("la segunda está bien").accepted())
                .isEqualTo(offers[1]);
        assertThat(talk().offering(offers).lead("el sábado me queda perfecto").accepted())
                .isEqualTo(offers[0]);
        assertThat(talk().offering(offers).lead("el domingo a las 10 y media").accepted())
                .isEqualTo(offers[1]);
        assertThat(talk().offering(offers[0]).lead("sí, perfecto").accepted()).isEqualTo(offers[0]);
        assertThat(talk().offering(offers).lead("no puedo ninguno de esos días").accepted())
                .isNull();
    }

    @Test
    void a_correction_replaces_what_was_said() {
        var talk = talk().said("Busco 3 recámaras hasta 500 mil");

        assertThat(Talk.value(talk.lead("mejor que sean 2 recámaras"), "beds")).isEqualTo(2);
        assertThat(Talk.value(talk.lead("en realidad son 4, no 2"), "beds")).isEqualTo(4);
        assertThat(Talk.value(talk.lead("no, no quiero rentar, quiero comprar"), "intent"))
                .isEqualTo("buy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "á", "ñ ", "mil ", "de la ", "las 3 y media ", "Aa ", "¿", "si ", "qué "})
    void no_text_takes_long(String piece) {
        var text = "hola busco casa " + piece.repeat(5_000 / piece.length());

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(10), () -> Talk.of(text));
    }
}
